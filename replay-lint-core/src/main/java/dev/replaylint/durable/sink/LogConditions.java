package dev.replaylint.durable.sink;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions on which nothing but lines of a log and measurements depends: {@code if (took > limit) log.warn(..)}. */
final class LogConditions {

    private final Effects effects;
    /** False while it is being found out: what recurs does more than it says. */
    private final Map<Visit, Boolean> tells = new HashMap<>();

    LogConditions(Effects effects) {
        this.effects = effects;
    }

    /**
     * The values by which a body branches, and whether nothing else depends on them. If they also choose what a variable is, it
     * depends on what becomes of that: left out.
     */
    Map<Value, Boolean> of(Visit visit) {
        Map<Value, Boolean> found = new LinkedHashMap<>();
        for (Site site : visit.body().sites()) {
            List<Condition> conditions = visit.conditions(site);
            boolean only = !conditions.isEmpty() && tellsOnly(site, visit);
            conditions.stream()
                    .filter(c -> !isAboutTelling(c.value()))
                    .forEach(c -> found.merge(c.value(), only, Boolean::logicalAnd));
        }
        found.entrySet().removeIf(e -> e.getValue() && visit.body().chooses(e.getKey()));
        return found;
    }

    /** Whether a condition asks what telling something has given, as the end of a {@code try} does before it closes that. */
    private boolean isAboutTelling(Value condition) {
        return Tested.presence(condition).stream()
                .flatMap(t -> t.operands().stream())
                .map(Value::settled)
                .anyMatch(o ->
                        o instanceof Value.Result r && effects.tells(r.call().target()));
    }

    /** Whether a visit does nothing but write lines of a log and measure, but for what it returns. */
    boolean tellsOnly(Visit visit) {
        Boolean known = tells.putIfAbsent(visit, false);
        if (known == null) {
            known = visit.body().sites().stream().allMatch(s -> s instanceof Site.Return || tellsOnly(s, visit));
            tells.put(visit, known);
        }
        return known;
    }

    /** Whether a site does nothing else, or nothing by itself. */
    boolean tellsOnly(Site site, Visit visit) {
        if (site instanceof Site.Call call) {
            return visit.outgoing(call).isEmpty()
                    ? tellsOnly(call)
                    : visit.outgoing(call).stream()
                            .allMatch(e -> e.how() != Edge.Kind.OPERATION && tellsOnly(e.callee()));
        }
        return site instanceof Site.FieldRead
                || site instanceof Site.FunctionCreation
                || site instanceof Site.ArrayCreation
                || (site instanceof Site.ArrayWrite write && write.array().settled() instanceof Value.NewArray);
    }

    /** Of other calls, those of which only the result matters. */
    private boolean tellsOnly(Site.Call call) {
        Optional<Effect> effect = effects.effect(call.target()).map(CatalogEntry::fact);
        boolean operates = DurableSdk.owns(call.target().owner())
                && DurableSdk.kindByName(call.target()).isPresent();
        return effects.tells(call.target())
                || (!operates
                        && call.resultUsed()
                        && effect.filter(e -> !isOnlyValue(e)).isEmpty());
    }

    private static boolean isOnlyValue(Effect effect) {
        return effect == Effect.PURE || effect.isVaryingValue() && !effect.isIo();
    }
}
