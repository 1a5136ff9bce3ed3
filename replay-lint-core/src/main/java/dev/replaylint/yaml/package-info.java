/**
 * Strict YAML: mappings, sequences and texts with their places, and nothing else. The only package that knows the YAML library; knows
 * nothing of what the files say.
 */
@NullMarked
package dev.replaylint.yaml;

import org.jspecify.annotations.NullMarked;
