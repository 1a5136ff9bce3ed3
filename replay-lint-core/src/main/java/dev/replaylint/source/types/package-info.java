/**
 * The algebra of Java types over class headers: supertypes, conversions, members, function types and the inference of type
 * arguments. Knows headers and types only; it must not know syntax trees, class files or where a header was read from.
 */
@NullMarked
package dev.replaylint.source.types;

import org.jspecify.annotations.NullMarked;
