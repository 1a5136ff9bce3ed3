/**
 * Values that end in log lines and measurements, where they harm nobody but readers. Knows nothing of operations.
 */
@NullMarked
package dev.replaylint.durable.sink;

import org.jspecify.annotations.NullMarked;
