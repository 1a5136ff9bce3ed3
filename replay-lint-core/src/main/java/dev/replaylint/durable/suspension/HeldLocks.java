package dev.replaylint.durable.suspension;

import dev.replaylint.catalog.Locking;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds where replayed code suspends between taking a lock and giving it back, within one body. */
public final class HeldLocks {

    private static final String MONITOR = "`synchronized`";

    private final Effects effects;
    private final Suspensions suspensions;

    public HeldLocks(Effects effects, Suspensions suspensions) {
        this.effects = effects;
        this.suspensions = suspensions;
    }

    public List<HeldLock> in(List<Visit> visits) {
        List<HeldLock> found = new ArrayList<>();
        visits.stream()
                .filter(suspensions::startIn)
                .forEach(v -> held(v).forEach((site, lock) ->
                        suspensions.at(site, v).ifPresent(s -> found.add(new HeldLock(new Place(site, v), lock, s)))));
        return found;
    }

    private Map<Site, String> held(Visit visit) {
        Map<Site, String> held = new LinkedHashMap<>();
        for (Site site : visit.body().sites()) {
            if (!site.context().monitors().isEmpty()) {
                held.putIfAbsent(site, MONITOR);
            }
            if (site instanceof Site.Call call && isLocking(call, Locking.ACQUIRES)) {
                afterwards(call, visit)
                        .forEach(s ->
                                held.putIfAbsent(s, "`" + ApiUse.of(call, visit).name() + "`"));
            }
        }
        return held;
    }

    private boolean isLocking(Site.Call call, Locking what) {
        return effects.locking(call.target()).filter(e -> e.fact() == what).isPresent();
    }

    /** Sites that run with the lock held: not those where an attempt to take it failed, or where it would not have been taken. */
    private Set<Site> afterwards(Site.Call acquired, Visit visit) {
        Value taken = new Value.Result(acquired);
        boolean once = acquired.context().loops().isEmpty();
        List<Condition> holding = once ? acquired.context().conditions() : List.of();
        Predicate<Condition> feasible =
                c -> (!c.value().settled().equals(taken) || c.outcome() == 0) && !contradicts(c, holding);
        return visit.body().flow().after(acquired, new Walk(s -> releases(s, acquired, visit), feasible));
    }

    private static boolean contradicts(Condition condition, List<Condition> holding) {
        return holding.stream()
                .anyMatch(h ->
                        h.value().settled().equals(condition.value().settled()) && h.outcome() != condition.outcome());
    }

    /** Gives the lock back, or may; a helper counts that gives back any. */
    private boolean releases(Site site, Site.Call acquired, Visit visit) {
        if (!(site instanceof Site.Call call)) {
            return false;
        }
        if (isLocking(call, Locking.RELEASES)) {
            return !areDifferent(call.receiver(), acquired.receiver());
        }
        return visit.calls(call).stream()
                .flatMap(e -> e.callee().body().sites(Site.Call.class))
                .anyMatch(c -> isLocking(c, Locking.RELEASES));
    }

    private static boolean areDifferent(Optional<Value> one, Optional<Value> other) {
        return one.isPresent()
                && other.isPresent()
                && areDifferent(one.get().settled(), other.get().settled());
    }

    /** Whether two locks are certainly not the same one. */
    private static boolean areDifferent(Value one, Value other) {
        if (one instanceof Value.FieldValue a && other instanceof Value.FieldValue b) {
            return !a.read().field().equals(b.read().field());
        }
        if (one instanceof Value.Result a && other instanceof Value.Result b) {
            return areDifferent(a.call(), b.call());
        }
        return one instanceof Value.Parameter && other instanceof Value.Parameter && !one.equals(other);
    }

    private static boolean areDifferent(Site.Call one, Site.Call other) {
        if (one.isAllocation() && other.isAllocation()) {
            return one != other;
        }
        return !one.target().name().equals(other.target().name()) || areDifferent(one.receiver(), other.receiver());
    }
}
