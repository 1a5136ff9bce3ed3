package dev.replaylint.durable.sdk;

/**
 * How a step is delivered, as far as its configuration shows.
 *
 * @param attempts how often it is tried, with attempts that failed or were interrupted
 */
public record StepSettings(Semantics semantics, Attempts attempts) {

    /** Without a configuration. */
    public static final StepSettings DEFAULT =
            new StepSettings(Semantics.AT_LEAST_ONCE, DurableStrategies.DEFAULT_RETRY);

    /** Nothing is known. */
    public static final StepSettings UNKNOWN = new StepSettings(Semantics.UNKNOWN, Attempts.Unknown.UNKNOWN);

    /** How often one attempt runs. */
    public enum Semantics {
        AT_LEAST_ONCE,
        AT_MOST_ONCE,
        UNKNOWN
    }

    /** Whether the step's function may run more than once: a crash or a retry runs it again. */
    public boolean mayRepeat() {
        return semantics == Semantics.AT_LEAST_ONCE || isAtMostOnceRetried();
    }

    /** Whether each attempt runs at most once, and there are several. */
    public boolean isAtMostOnceRetried() {
        return semantics == Semantics.AT_MOST_ONCE && attempts.several();
    }
}
