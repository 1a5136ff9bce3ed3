/**
 * What is taken from the call graph again: implementations that no object has, and code that constants decide against. Uses what {@code
 * flow} found; adds nothing to it.
 */
@NullMarked
package dev.replaylint.durable.graph;

import org.jspecify.annotations.NullMarked;
