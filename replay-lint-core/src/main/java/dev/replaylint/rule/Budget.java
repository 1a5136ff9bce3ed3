package dev.replaylint.rule;

import dev.replaylint.durable.loop.Quota;
import java.util.Map;

/**
 * How many operations one execution may make.
 *
 * @param operations of any handler; from 1 to what the service allows
 * @param handlers of handlers that have a budget of their own, by class name
 */
public record Budget(int operations, Map<String, Integer> handlers) {

    public Budget {
        handlers = Map.copyOf(handlers);
    }

    /** What the service allows. */
    public static Budget ofService() {
        return new Budget(Quota.OPERATIONS, Map.of());
    }

    /** The budget of a handler's class. */
    public int of(String handler) {
        return handlers.getOrDefault(handler, operations);
    }
}
