package dev.replaylint.durable.border;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Capture;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the operations are started that a visit runs in. A helper has one operation for all functions it is handed, {@code once(name, ()
 * -> …)}: of these it is the place where they are made.
 */
final class Starts {

    private final Memo<Visit, Set<Place>> known = new Memo<>(Starts::find);

    Set<Place> of(Visit visit) {
        return known.get(visit);
    }

    /** Whether an operation is started before the function that the capture is of, and never after it. */
    boolean precede(Place first, Capture capture) {
        Set<Place> inside = of(capture.inside().visit());
        Set<Place> own = inside.isEmpty() ? of(capture.changed().visit()) : inside;
        Body body = first.visit().body();
        List<Place> here = own.stream().filter(o -> o.visit().body() == body).toList();
        return !here.isEmpty()
                && here.stream()
                        .noneMatch(
                                o -> body.flow().after(o.site(), Walk.ANYWHERE).contains(first.site()));
    }

    private static Set<Place> find(Visit visit) {
        Set<Visit> seen = new LinkedHashSet<>(Set.of(visit));
        Deque<Visit> open = new ArrayDeque<>(seen);
        Set<Place> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            for (Edge edge : open.poll().incoming()) {
                Optional<Place> made = made(edge);
                if (edge.how() == Edge.Kind.OPERATION || made.isPresent()) {
                    found.add(made.orElseGet(() -> new Place(edge.site(), edge.caller())));
                } else if (edge.how() != Edge.Kind.KEPT && seen.add(edge.caller())) {
                    open.add(edge.caller());
                }
            }
        }
        return found;
    }

    /** Where replayed code makes a function that an operation runs by this call. */
    private static Optional<Place> made(Edge edge) {
        if (edge.how() != Edge.Kind.CALL || edge.caller().region() != Region.CHECKPOINTED) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(edge.receiver()), edge.arguments().stream())
                .flatMap(Optional::stream)
                .map(Edge.Bound::visit)
                .filter(v -> v.region() == Region.REPLAYED)
                .flatMap(v -> v.body()
                        .sites(Site.FunctionCreation.class)
                        .filter(f ->
                                f.implementation().equals(edge.callee().body().key()))
                        .map(f -> new Place(f, v)))
                .findFirst();
    }
}
