/**
 * Where replayed code suspends, and what stands between that and the SDK: handlers, locks, APIs that catch. Also which exceptions come out
 * of operations and who waits for them. Knows nothing of loops and names.
 */
@NullMarked
package dev.replaylint.durable.suspension;

import org.jspecify.annotations.NullMarked;
