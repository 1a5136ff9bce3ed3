package dev.replaylint.report.workflow;

/**
 * What is known of an operation besides its place.
 *
 * @param attempts the most attempts or polls
 * @param semantics how often one attempt runs
 * @param timeout how long it waits
 * @param key the idempotency key of what it changes outside
 * @param rounds how often its function runs besides further attempts, such as once for each item
 * @param count operations that one execution makes of it, at worst
 */
public record OperationFacts(Fact attempts, Fact semantics, Fact timeout, Fact key, Fact rounds, Fact count) {

    /** Nothing is known, and nothing is asked. */
    public static final OperationFacts NONE =
            new OperationFacts(Fact.NONE, Fact.NONE, Fact.NONE, Fact.NONE, Fact.NONE, Fact.NONE);
}
