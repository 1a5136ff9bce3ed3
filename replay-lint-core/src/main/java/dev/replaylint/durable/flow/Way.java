package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A visit with the calls that led to it: what its parameters are is then known.
 *
 * @param via the last call; empty where nothing is known of the caller
 * @param outer the way to the caller
 */
public record Way(Visit visit, Optional<Edge> via, Optional<Way> outer) {

    /** More ways than this to one visit are not told apart: the first ones stand for all. */
    private static final int MOST = 64;

    /** How many calls are looked at in search of ways. */
    private static final int LONGEST_SEARCH = 4000;

    /** The visit, called from anywhere. */
    public static Way open(Visit visit) {
        return new Way(visit, Optional.empty(), Optional.empty());
    }

    /** The way that a frame of the operation tree took. */
    public static Way of(CallFrame frame) {
        return frame.edge().isPresent() && frame.caller().isPresent()
                ? new Way(frame.visit(), frame.edge(), frame.caller().map(Way::of))
                : open(frame.visit());
    }

    /** Ways from the entry points, none of them in circles. */
    public static List<Way> to(Visit visit) {
        return new Search().to(visit);
    }

    /** This way, and one call more. */
    public Way into(Edge edge) {
        return new Way(edge.callee(), Optional.of(edge), Optional.of(this));
    }

    /** This way, and a function made at its end that nobody is known to run: what it captured is known, what it is given is not. */
    public Way into(Site.FunctionCreation function, Body body) {
        List<Optional<Edge.Bound>> captured = function.bound().stream()
                .map(v -> Optional.of(new Edge.Bound(visit, v)))
                .toList();
        Visit inside = new Visit(body, visit.region(), Map.of());
        return into(new Edge(visit, function, inside, Edge.Kind.KEPT, Optional.empty(), captured));
    }

    /** The call that led here; where it is not known, all there are. */
    public List<Edge> last() {
        return via.map(List::of).orElseGet(() -> visit.incoming().size() < 2 ? visit.incoming() : called(visit));
    }

    /** The calls of a visit, without those by constructors that are explored for themselves, if code is known that calls these. */
    private static List<Edge> called(Visit visit) {
        Set<Body> called = new HashSet<>();
        visit.incoming().stream().map(Edge::caller).filter(Visit::isCalled).forEach(c -> called.add(c.body()));
        return visit.incoming().stream()
                .filter(e ->
                        e.caller().isCalled() || !called.contains(e.caller().body()))
                .toList();
    }

    /** The way to the caller, before one of the last calls. */
    public Way before(Edge edge) {
        return outer.orElseGet(() -> open(edge.caller()));
    }

    /** Whether code that was not seen may have called as well. */
    public boolean mayComeFromElsewhere() {
        return via.isEmpty() && (visit.incoming().isEmpty() || visit.entry().isPresent());
    }

    /** The part of this way that leads to a visit; from anywhere, if the visit is not on it. */
    public Way at(Visit other) {
        return visit == other ? this : outer.map(o -> o.at(other)).orElseGet(() -> open(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Way w
                && w.visit == visit
                && w.via.orElse(null) == via.orElse(null)
                && w.outer.equals(outer);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(visit) + outer.hashCode();
    }

    public int length() {
        return 1 + outer.map(Way::length).orElse(0);
    }

    /** The operation of replayed code whose function this way is in, with the way to the operation. */
    public Optional<Started> operation() {
        boolean starts = via.filter(
                        e -> e.how() == Edge.Kind.OPERATION && e.caller().region() == Region.REPLAYED)
                .isPresent();
        return starts ? Started.of(via.get(), outer.orElseThrow()) : outer.flatMap(Way::operation);
    }

    /** Collects ways outwards from a visit. */
    private static final class Search {
        private final Set<Visit> inside = new LinkedHashSet<>();
        private int left = LONGEST_SEARCH;

        List<Way> to(Visit visit) {
            List<Way> found = new ArrayList<>();
            if (visit.entry().isPresent() || visit.incoming().isEmpty()) {
                found.add(open(visit));
            }
            inside.add(visit);
            for (Edge edge : visit.incoming()) {
                if (left-- > 0 && found.size() < MOST && !inside.contains(edge.caller())) {
                    for (Way way : to(edge.caller())) {
                        found.add(way.into(edge));
                    }
                }
            }
            inside.remove(visit);
            return found.subList(0, Math.min(found.size(), MOST));
        }
    }
}
