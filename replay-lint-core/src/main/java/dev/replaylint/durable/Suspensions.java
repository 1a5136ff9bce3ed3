package dev.replaylint.durable;

import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where replayed code may suspend, directly or in what it calls on the same thread. */
final class Suspensions {

    private final Program program;

    /** For each visit that may suspend, the site on a shortest way to where it does. */
    private final Map<Visit, Place> next = new HashMap<>();

    Suspensions(Program program, Collection<Visit> visits) {
        this.program = program;
        Deque<Visit> open = new ArrayDeque<>();
        for (Visit visit : visits) {
            if (visit.region() == Region.REPLAYED) {
                visit.body()
                        .sites(Site.Call.class)
                        .filter(this::suspends)
                        .findFirst()
                        .ifPresent(c -> lead(visit, new Place(c, visit), open));
            }
        }
        while (!open.isEmpty()) {
            Visit inner = open.poll();
            inner.incoming().stream()
                    .filter(Suspensions::staysInThread)
                    .filter(e -> e.caller().region() == Region.REPLAYED)
                    .forEach(e -> lead(e.caller(), new Place(e.site(), inner), open));
        }
    }

    private void lead(Visit visit, Place place, Deque<Visit> open) {
        if (next.putIfAbsent(visit, place) == null) {
            open.add(visit);
        }
    }

    private boolean suspends(Site site) {
        return site instanceof Site.Call call && DurableSdk.suspends(call.target(), program);
    }

    /** The function of an operation suspends the operation; whoever waits for that suspends itself. */
    private static boolean staysInThread(Edge edge) {
        return edge.how() == Edge.Kind.CALL || edge.how() == Edge.Kind.IN_PLACE;
    }

    /** What suspends when the site runs. */
    Optional<Suspension> at(Site site, Visit visit) {
        if (suspends(site)) {
            return Optional.of(suspension(List.of(new Place(site, visit))));
        }
        return visit.outgoing(site).stream()
                .filter(Suspensions::staysInThread)
                .map(Edge::callee)
                .filter(next::containsKey)
                .findFirst()
                .map(callee -> suspension(way(site, visit, callee)));
    }

    private List<Place> way(Site site, Visit visit, Visit callee) {
        List<Place> way = new ArrayList<>(List.of(new Place(site, visit)));
        Visit at = callee;
        Optional<Place> step = Optional.ofNullable(next.get(at));
        while (step.isPresent()) {
            way.add(new Place(step.get().site(), at));
            at = step.get().visit();
            step = suspends(step.get().site()) ? Optional.empty() : Optional.ofNullable(next.get(at));
        }
        return way;
    }

    private Suspension suspension(List<Place> way) {
        Place last = way.get(way.size() - 1);
        Site.Call call = (Site.Call) last.site();
        return new Suspension(
                way, DurableSdk.operation(call.target(), program).map(kind -> new Operation(kind, call, last.visit())));
    }
}
