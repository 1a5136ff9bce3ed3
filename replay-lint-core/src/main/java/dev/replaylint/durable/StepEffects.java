package dev.replaylint.durable;

import dev.replaylint.catalog.Delivery;
import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.key.KeyState;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The effects that one run of a step's function makes, by the calls that lead to them. */
final class StepEffects {

    private static final int DEEPEST = 24;

    /** Effects beyond these say nothing new. */
    private static final int MOST = 48;

    /**
     * An effect.
     *
     * @param way the sites from the step's function down to the effect, which is last
     * @param unprotected whether another attempt makes it again
     * @param ofDatabase whether a transaction can make it last together with others
     */
    record Made(List<Place> way, ApiUse use, boolean unprotected, boolean ofDatabase) {}

    /** An effect and one after it. */
    record Pair(Made first, Made next) {}

    private final Effects effects;
    private final Exclusion exclusion;
    private final Map<Visit, List<ApiUse>> uses = new HashMap<>();
    private final BiFunction<ApiUse, Way, Optional<KeyState>> keys;
    private final Map<Place, Set<Site>> after = new HashMap<>();

    /** Visits that lead to a use. */
    private final Set<Visit> leading = new HashSet<>();

    StepEffects(Effects effects, List<ApiUse> uses, BiFunction<ApiUse, Way, Optional<KeyState>> keys) {
        this.effects = effects;
        this.exclusion = effects.exclusion();
        this.keys = keys;
        for (ApiUse use : uses) {
            this.uses.computeIfAbsent(use.visit(), v -> new ArrayList<>()).add(use);
            lead(use.visit());
        }
    }

    private void lead(Visit visit) {
        Deque<Visit> open = new ArrayDeque<>(List.of(visit));
        while (!open.isEmpty()) {
            Visit at = open.poll();
            if (leading.add(at)) {
                at.incoming().forEach(e -> open.add(e.caller()));
            }
        }
    }

    /** The first two effects that one attempt can make, where the next attempt repeats the first. */
    Optional<Pair> repeated(Started step) {
        for (Edge edge : step.operation().visit().outgoing(step.operation().call())) {
            Collector found = new Collector();
            if (edge.how() == Edge.Kind.OPERATION) {
                found.collect(step.way().into(edge), List.of(), false);
            }
            for (Made first : found.made) {
                Optional<Made> next = found.made.stream()
                        .filter(n -> first.unprotected() && follows(n, first))
                        .filter(n -> !(found.transaction && n.ofDatabase() && first.ofDatabase()))
                        .findFirst();
                if (next.isPresent()) {
                    return Optional.of(new Pair(first, next.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether one effect can come after the other in the same attempt. */
    private boolean follows(Made next, Made first) {
        int depth = 0;
        int shortest = Math.min(next.way().size(), first.way().size());
        while (depth < shortest && next.way().get(depth).equals(first.way().get(depth))) {
            depth++;
        }
        if (depth == shortest) {
            return false;
        }
        Place from = first.way().get(depth);
        Place to = next.way().get(depth);
        return from.visit() == to.visit()
                && from.site() != to.site()
                && after.computeIfAbsent(from, p -> p.visit().body().flow().after(p.site(), Walk.ANYWHERE))
                        .contains(to.site())
                && !excludeEachOther(from, to);
    }

    private boolean excludeEachOther(Place from, Place to) {
        Body body = from.visit().body();
        boolean rounds = from.site().context().loops().stream().anyMatch(l -> l.encloses(to.site()));
        List<Condition> after = Exclusion.certain(to.site());
        return Exclusion.certain(from.site()).stream()
                .anyMatch(x -> after.stream()
                        .anyMatch(y -> (!rounds || x.value().equals(y.value())) && exclusion.test(x, y, body)));
    }

    /** Walks down from a step's function. */
    private final class Collector {
        private final List<Made> made = new ArrayList<>();
        private boolean transaction;

        void collect(Way way, List<Place> above, boolean idempotent) {
            Visit visit = way.visit();
            note(visit.body().shape().enclosing());
            boolean harmless =
                    idempotent || effects.delivers(visit.body().shape().enclosing(), Delivery.IDEMPOTENT);
            for (Site site : visit.body().sites()) {
                if (site instanceof Site.Call call) {
                    List<Place> here = new ArrayList<>(above);
                    here.add(new Place(site, visit));
                    note(call.target());
                    boolean repeatable = harmless || effects.delivers(call.target(), Delivery.IDEMPOTENT);
                    usesAt(call, visit).forEach(u -> add(u, way, here, repeatable));
                    for (Edge edge : visit.outgoing(site)) {
                        if (mayEnter(edge, way, above)) {
                            collect(way.into(edge), here, repeatable);
                        }
                    }
                }
            }
        }

        private void note(MethodKey method) {
            transaction |= effects.delivers(method, Delivery.TRANSACTION);
        }

        private boolean mayEnter(Edge edge, Way way, List<Place> above) {
            return leading.contains(edge.callee())
                    && edge.callee().region() == Region.CHECKPOINTED
                    && above.size() < DEEPEST
                    && made.size() < MOST
                    && edge.callee() != way.visit()
                    && above.stream().noneMatch(p -> p.visit() == edge.callee());
        }

        private void add(ApiUse use, Way way, List<Place> here, boolean repeatable) {
            Optional<KeyState> key = keys.apply(use, way);
            boolean counts = effects.delivery(use.api()).isEmpty();
            if (key.isEmpty() || !counts) {
                return;
            }
            boolean protectedByKey = key.get() == KeyState.GIVEN || key.get() == KeyState.UNKNOWN;
            made.add(new Made(here, use, !protectedByKey && !repeatable, !namesKeys(use)));
        }
    }

    /** Databases have no keys to name, and transactions instead. */
    private boolean namesKeys(ApiUse use) {
        return effects.effect(use.api())
                .filter(e -> e.isKeyless() || !e.keys().isEmpty())
                .isPresent();
    }

    private List<ApiUse> usesAt(Site.Call call, Visit visit) {
        return uses.getOrDefault(visit, List.of()).stream()
                .filter(u -> u.site() == call)
                .toList();
    }
}
