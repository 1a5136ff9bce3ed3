package dev.replaylint.durable.key;

import dev.replaylint.program.Value;

/**
 * A value that is given as an idempotency key.
 *
 * @param name of the setter or header
 */
record NamedKey(String name, Value value) {}
