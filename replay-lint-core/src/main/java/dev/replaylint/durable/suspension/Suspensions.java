package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Ways;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where replayed code may suspend, directly or in what it calls on the same thread. */
public final class Suspensions {

    private final Program program;
    private final Ways ways;

    public Suspensions(Program program, Collection<Visit> visits) {
        this.program = program;
        this.ways = new Ways(visits, (call, visit) -> DurableSdk.suspends(call.target(), program));
    }

    /** What suspends when the site runs. */
    public Optional<Suspension> at(Site site, Visit visit) {
        List<Place> way = ways.from(site, visit);
        return way.isEmpty() ? Optional.empty() : Optional.of(suspension(way));
    }

    /** Whether anything suspends when the visit's code runs. */
    boolean startIn(Visit visit) {
        return ways.startIn(visit);
    }

    /** What suspends in a function that the site hands on, whoever runs it and when. */
    Optional<Suspension> inFunctionOf(Site site, Visit visit) {
        return visit.outgoing(site).stream()
                .filter(e -> e.how() != Edge.Kind.CALL && e.how() != Edge.Kind.OPERATION)
                .map(Edge::callee)
                .flatMap(callee -> callee.body().sites().stream().flatMap(s -> at(s, callee).stream()))
                .findFirst();
    }

    private Suspension suspension(List<Place> way) {
        Place last = way.get(way.size() - 1);
        Site.Call call = (Site.Call) last.site();
        return new Suspension(
                way, DurableSdk.operation(call.target(), program).map(kind -> new Operation(kind, call, last.visit())));
    }
}
