/**
 * The names of operations, read from the text that code puts together. Knows nothing of where the operations stand.
 */
@NullMarked
package dev.replaylint.durable.name;

import org.jspecify.annotations.NullMarked;
