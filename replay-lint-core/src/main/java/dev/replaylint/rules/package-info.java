/**
 * The rules, one final class each, and {@link Rules}, the list of them. They know the replay model and the kinds of effects; no
 * front end, no files, no output, and not each other.
 */
@NullMarked
package dev.replaylint.rules;

import org.jspecify.annotations.NullMarked;
