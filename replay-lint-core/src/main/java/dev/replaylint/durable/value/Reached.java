package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.Operation;

/**
 * How a value reaches an operation.
 *
 * @param how the worst way, in the order of {@link Way}
 */
public record Reached(Way how, Operation operation) {

    /** Ways a value can matter to an operation. */
    public enum Way {
        /** It becomes part of the operation's name. */
        NAME,
        /** It decides whether or how often the operation runs. */
        DECISION,
        /** The operation's strategy decides by it whether to try again. */
        STRATEGY,
        /** It is an argument of the operation. */
        ARGUMENT,
        /** The operation's function captures it. */
        CAPTURED
    }

    /** A phrase that continues "its value …". */
    public String phrase() {
        return switch (how) {
            case NAME -> "becomes part of the name of " + operation.label();
            case DECISION -> "decides whether " + operation.label() + " runs";
            case STRATEGY -> "decides whether " + operation.label() + " tries again, and replay asks the strategy anew";
            case ARGUMENT -> "is passed to " + operation.label();
            case CAPTURED -> "is used by the function of " + operation.label();
        };
    }
}
