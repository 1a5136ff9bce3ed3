package dev.replaylint.durable.value;

import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Order that goes on in parts that are told by their places, as batches of a list are: which elements a batch has hangs on it. */
record PlacedParts(Effects effects) {

    private static final int DEEPEST = 4;

    /** The order of what an argument of a call in a loop is a part of by its place. */
    Set<Leaf> added(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (!call.context().loops().isEmpty()) {
            call.arguments().stream()
                    .flatMap(a -> wholes(a, DEEPEST))
                    .forEach(w -> found.addAll(origins.leaves(w, visit)));
        }
        return found;
    }

    /** The order of what functions given to a call of a stream return parts of by their places: {@code mapToObj(list::get)}. */
    Set<Leaf> mapped(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value argument : call.arguments()) {
            if (argument.settled() instanceof Value.Function function) {
                referred(function.creation()).ifPresent(w -> found.addAll(origins.leaves(w, visit)));
            }
        }
        for (Edge edge : List.copyOf(visit.outgoing(call))) {
            Set<Leaf> parts = new LinkedHashSet<>();
            edge.callee()
                    .returns()
                    .flatMap(r -> r.value().stream())
                    .flatMap(v -> wholes(v, DEEPEST))
                    .forEach(w -> parts.addAll(origins.leaves(w, edge.callee())));
            // What the function is given are elements, whatever order their own elements are in.
            parts.removeIf(l -> l instanceof Leaf.Hole hole && !edge.binds(hole.parameter()));
            found.addAll(origins.close(parts, edge));
        }
        return found;
    }

    private static Optional<Value> referred(Site.FunctionCreation function) {
        return Picks.isPlaced(function.implementation())
                ? function.bound().stream().findFirst()
                : Optional.empty();
    }

    /** What a value is a part of by its place, be it copied. */
    private Stream<Value> wholes(Value value, int depth) {
        if (depth == 0 || !(value.settled() instanceof Value.Result result)) {
            return Stream.of();
        }
        Site.Call call = result.call();
        if (Picks.isPart(call.target())) {
            return call.receiver().stream();
        }
        return effects
                .order(call.target())
                .filter(e -> e.fact().carries() && e.into().equals(Operand.RESULT))
                .stream()
                .flatMap(e -> e.from().stream())
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .flatMap(v -> wholes(v, depth - 1));
    }
}
