/**
 * What crosses the border of an operation's function although replay does not run it again: contexts, changes, operations in it. Knows
 * nothing of loops and names.
 */
@NullMarked
package dev.replaylint.durable.border;

import org.jspecify.annotations.NullMarked;
