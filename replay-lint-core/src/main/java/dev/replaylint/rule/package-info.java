/**
 * The contract of a rule: its description, what it may ask, what it reports. Knows the replay model; knows no files and no output.
 */
@NullMarked
package dev.replaylint.rule;

import org.jspecify.annotations.NullMarked;
