/**
 * Idempotency keys of writes: where they are given, and what they are made of. Knows nothing of how often steps are tried.
 */
@NullMarked
package dev.replaylint.durable.key;

import org.jspecify.annotations.NullMarked;
