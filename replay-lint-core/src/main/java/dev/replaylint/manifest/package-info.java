/**
 * The committed operation manifest: what the code declared when it was last recorded, how that is read and written, and how the code of
 * now differs from it. Knows operation trees; knows no rules, and of YAML only nodes.
 */
@NullMarked
package dev.replaylint.manifest;

import org.jspecify.annotations.NullMarked;
