package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Replayed code that somebody may run: functions that are put away belong to where functions of their kind are called. */
public final class Reachable {

    private final Targets targets;
    private final Effects effects;
    private final Collection<Visit> visits;
    private final Set<Visit> found = new HashSet<>();

    /** Functions of which some call is known. */
    private final Set<Body> called = new HashSet<>();

    /** Regions in which methods of functional interfaces are called on functions that are not known there. */
    private final Map<String, Set<Region>> kinds = new HashMap<>();

    public Reachable(Targets targets, Effects effects, Collection<Visit> visits) {
        this.targets = targets;
        this.effects = effects;
        this.visits = visits;
        visits.forEach(this::noteCalls);
        visits.stream()
                .filter(v -> v.incoming().stream().anyMatch(e -> e.how() != Edge.Kind.KEPT))
                .forEach(v -> called.add(v.body()));
        search();
    }

    /** All visits but those of replayed code that only steps can run, in their order. */
    List<Visit> visits() {
        return visits.stream()
                .filter(v -> v.region() != Region.REPLAYED || found.contains(v))
                .toList();
    }

    private void noteCalls(Visit visit) {
        for (Site.Call call : visit.body().calls()) {
            if (call.receiver().isPresent() && visit.outgoing(call).isEmpty()) {
                String function = key(call.target().owner(), call.target().name());
                kinds.computeIfAbsent(function, k -> EnumSet.noneOf(Region.class))
                        .add(visit.region());
            }
        }
    }

    private static String key(String type, String method) {
        return type + '#' + method;
    }

    private void search() {
        Deque<Visit> open = new ArrayDeque<>();
        visits.stream()
                .filter(v -> v.incoming().isEmpty() || v.entry().isPresent())
                .forEach(open::add);
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            if (found.add(visit)) {
                visit.outgoing().stream()
                        .filter(e -> e.how() != Edge.Kind.KEPT || mayRun(e))
                        .forEach(e -> open.add(e.callee()));
            }
        }
    }

    /** Whether a function that is put away may run in replayed code: nothing shows where it is called, and it is not for steps only. */
    private boolean mayRun(Edge kept) {
        return !called.contains(kept.callee().body()) && !leavesToSteps((Site.Call) kept.site(), kept.caller());
    }

    /** Whether the call puts functions away, and only steps call functions of their kind. */
    boolean leavesToSteps(Site.Call call, Visit visit) {
        List<Closure> kept = IntStream.range(0, call.arguments().size())
                .filter(i -> effects.keeps(call.target(), i))
                .mapToObj(i -> targets.closures(call.arguments().get(i), visit))
                .flatMap(Set::stream)
                .toList();
        return !kept.isEmpty() && kept.stream().allMatch(this::isForSteps);
    }

    private boolean isForSteps(Closure function) {
        return kinds.getOrDefault(key(function.type(), function.method()), Set.of())
                .equals(Set.of(Region.CHECKPOINTED));
    }
}
