package dev.replaylint.durable.border;

import dev.replaylint.durable.flow.Place;

/**
 * Something in checkpointed code that belongs into replayed code, or the reverse.
 *
 * @param place where it is
 * @param name the operation's label or the call, in backticks
 * @param around label of the operation whose function it is in; for replayed code outside of any, {@code the handler}
 */
public record Nesting(Kind kind, Place place, String name, String around) {

    /** What is nested. */
    public enum Kind {
        /** An operation that nobody waits for: no run-time check finds it. */
        STARTED,
        /** An operation that the same code waits for. */
        AWAITED,
        /** A wait for an operation that was started outside. */
        JOINED,
        /** The current context asked for as one of another kind. */
        WRONG_CONTEXT
    }
}
