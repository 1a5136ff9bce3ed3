package dev.replaylint.durable;

import dev.replaylint.durable.flow.Operation;
import java.util.List;

/**
 * An operation whose name differs from one invocation to the next.
 *
 * @param sources what the name is made of that differs, sorted: {@code UUID.randomUUID}, {@code OrderHandler.counter}
 */
public record UnstableName(Operation operation, List<String> sources) {

    public UnstableName {
        sources = List.copyOf(sources);
    }
}
