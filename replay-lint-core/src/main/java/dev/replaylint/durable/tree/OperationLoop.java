package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Code that starts operations again and again, as often as an execution finds, or without end.
 *
 * @param end what ends it
 * @param place in the code that is repeated
 * @param handler the entry point: {@code OrderHandler.handleRequest}
 * @param subject of a recursion the method, else {@code round} or {@code item}
 * @param sizes what the number of rounds depends on, such as {@code elements of `Order.lines()`}
 * @param round operations that one whole round makes if nothing fails
 * @param worst operations that it makes at worst
 * @param most of a loop with a last round, the most rounds; else no number
 * @param waiting how long one whole round waits; empty if that is not known, or if it does not wait
 */
public record OperationLoop(
        End end,
        Place place,
        String handler,
        String subject,
        List<String> sizes,
        Amount round,
        Amount worst,
        Amount most,
        Optional<Duration> waiting) {

    public OperationLoop {
        sizes = List.copyOf(sizes);
    }

    /** How many rounds use up the operations of an execution if nothing fails; empty if a round has no number of them. */
    public OptionalLong fitting() {
        return Quota.fitting(round);
    }

    /** How long so many rounds wait, if that is known. */
    public Optional<Duration> lasting() {
        OptionalLong rounds = fitting();
        return rounds.isPresent() ? waiting.map(w -> w.multipliedBy(rounds.getAsLong())) : Optional.empty();
    }

    /** What ends code that is repeated. */
    public enum End {
        /** Answers, for which it waits and asks. */
        POLLED,
        /** Nothing, or what operations answer. */
        OPEN,
        /** The size of what it works through. */
        DATA,
        /** As DATA, but in a method that calls itself for each part. */
        DEPTH,
        /** Nothing that the arguments of a method that calls itself show. */
        RECURSION
    }
}
