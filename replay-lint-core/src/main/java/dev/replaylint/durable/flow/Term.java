package dev.replaylint.durable.flow;

import dev.replaylint.program.Value;

/**
 * A value of the visit that a way leads to. Identity of the value decides equality.
 *
 * @param way to the visit whose body the value is of
 */
public record Term(Value value, Way way) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Term t && t.value == value && t.way.equals(way);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(value) + way.hashCode();
    }
}
