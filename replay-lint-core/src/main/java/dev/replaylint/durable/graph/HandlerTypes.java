package dev.replaylint.durable.graph;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The classes that {@code this} may have in the code of a handler with subclasses: those for which the SDK calls the method that the code
 * is reached from. A sibling with a method of its own never gets there.
 */
public final class HandlerTypes {

    private final Set<Visit> seen = new LinkedHashSet<>();
    private final Set<String> found = new LinkedHashSet<>();

    private HandlerTypes() {}

    /** Empty if the receiver is not {@code this}, or there may be others. */
    public static Optional<Set<String>> of(Value receiver, Visit visit) {
        HandlerTypes types = new HandlerTypes();
        return receiver.settled() instanceof Value.This && types.collect(visit) && !types.found.isEmpty()
                ? Optional.of(types.found)
                : Optional.empty();
    }

    /** Whether all are known. */
    private boolean collect(Visit visit) {
        if (!seen.add(visit)) {
            return true;
        }
        found.addAll(visit.handlers());
        if (visit.incoming().isEmpty()
                || visit.entry().isPresent() && visit.handlers().isEmpty()) {
            return !visit.handlers().isEmpty();
        }
        return visit.incoming().stream().allMatch(this::collect);
    }

    private boolean collect(Edge edge) {
        return edge.receiver()
                .filter(b -> b.value().settled() instanceof Value.This)
                .filter(b -> collect(b.visit()))
                .isPresent();
    }
}
