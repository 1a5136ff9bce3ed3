package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Shortest ways from replayed code to calls of one kind, down what is called on the same thread. */
public final class Ways {

    private final BiPredicate<Site.Call, Visit> wanted;

    /** For each visit that leads to a wanted call, the site on a shortest way there, and where that way goes next. */
    private final Map<Visit, Place> next = new HashMap<>();

    public Ways(Collection<Visit> visits, BiPredicate<Site.Call, Visit> wanted) {
        this.wanted = wanted;
        Deque<Visit> open = new ArrayDeque<>();
        for (Visit visit : visits) {
            if (visit.region() == Region.REPLAYED) {
                first(visit).ifPresent(c -> lead(visit, new Place(c, visit), open));
            }
        }
        while (!open.isEmpty()) {
            Visit inner = open.poll();
            inner.incoming().stream()
                    .filter(Ways::staysInThread)
                    .filter(e -> e.caller().region() == Region.REPLAYED)
                    .forEach(e -> lead(e.caller(), new Place(e.site(), inner), open));
        }
    }

    private Optional<Site.Call> first(Visit visit) {
        for (Site.Call call : visit.body().calls()) {
            if (wanted.test(call, visit)) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private void lead(Visit visit, Place place, Deque<Visit> open) {
        if (next.putIfAbsent(visit, place) == null) {
            open.add(visit);
        }
    }

    /** What the function of an operation does, whoever waits for the operation does not do. */
    public static boolean staysInThread(Edge edge) {
        return edge.how() == Edge.Kind.CALL || edge.how() == Edge.Kind.IN_PLACE;
    }

    /** Whether a way starts in the visit. */
    public boolean startIn(Visit visit) {
        return next.containsKey(visit);
    }

    /** The way from a site down to a wanted call, both included; empty if there is none. */
    public List<Place> from(Site site, Visit visit) {
        if (isWanted(site, visit)) {
            return List.of(new Place(site, visit));
        }
        return visit.outgoing(site).stream()
                .filter(Ways::staysInThread)
                .map(Edge::callee)
                .filter(next::containsKey)
                .findFirst()
                .map(callee -> through(callee, new Place(site, visit)))
                .orElse(List.of());
    }

    private boolean isWanted(Site site, Visit visit) {
        return site instanceof Site.Call call && wanted.test(call, visit);
    }

    private List<Place> through(Visit callee, Place first) {
        List<Place> way = new ArrayList<>(List.of(first));
        Visit at = callee;
        Optional<Place> step = Optional.ofNullable(next.get(at));
        while (step.isPresent()) {
            Place last = new Place(step.get().site(), at);
            way.add(last);
            at = step.get().visit();
            step = isWanted(last.site(), last.visit()) ? Optional.empty() : Optional.ofNullable(next.get(at));
        }
        return way;
    }
}
