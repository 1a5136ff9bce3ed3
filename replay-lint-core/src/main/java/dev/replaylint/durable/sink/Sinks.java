package dev.replaylint.durable.sink;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where replayed values end besides operations: in log lines and measurements, or in whether there are any, in delays, or in results,
 * effects and decisions that last.
 */
public final class Sinks {

    private final Set<Site> logged = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Site> delays = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Site> deciding = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Site> lasting = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Origins origins;
    private final Telling replayed;
    private final Telling telling;
    private final Lazy<Map<Site, List<ApiUse>>> users;

    private Sinks(Origins origins, Telling replayed, Telling telling, List<ApiUse> uses) {
        this.origins = origins;
        this.replayed = replayed;
        this.telling = telling;
        this.users = new Lazy<>(() -> uses.stream()
                .filter(u -> u.region() != Region.CHECKPOINTED)
                .collect(Collectors.groupingBy(ApiUse::site)));
    }

    public static Sinks of(List<Visit> visits, List<ApiUse> uses, Effects effects, Origins origins) {
        Sinks sinks = new Sinks(origins, Telling.whereReplayed(effects, visits), new Telling(effects, visits), uses);
        for (ApiUse use : uses) {
            Optional<Effect> effect = DurableSdk.logs(use.api())
                    ? Optional.of(Effect.LOG)
                    : effects.effect(use.api()).map(CatalogEntry::fact);
            if (use.region() == Region.REPLAYED && effect.isPresent()) {
                sinks.ofUse(use, effect.get());
            }
            if (DurableStrategies.retries(use.api()).isPresent()) {
                use.arguments().forEach(a -> sinks.mark(a, use.visit(), sinks.delays));
            }
        }
        visits.stream()
                .filter(v -> v.region() == Region.REPLAYED && v.entry().isPresent())
                .forEach(v -> v.returns()
                        .flatMap(r -> ValueUses.of(r).stream())
                        .forEach(value -> sinks.mark(value, v, sinks.lasting)));
        sinks.ofConditions(visits, new LogConditions(effects));
        return sinks;
    }

    private void ofConditions(List<Visit> visits, LogConditions conditions) {
        for (Visit visit : visits) {
            if (visit.region() == Region.REPLAYED) {
                conditions.of(visit).forEach((value, only) -> mark(value, visit, only ? logged : deciding));
            }
        }
    }

    private void ofUse(ApiUse use, Effect effect) {
        switch (effect) {
            case LOG, CONSOLE, METRIC, LOG_CONTEXT -> use.arguments().forEach(a -> mark(a, use.visit(), logged));
            case IO_WRITE -> use.arguments().forEach(a -> mark(a, use.visit(), lasting));
            default -> {
                // Other effects keep nothing of what they are given.
            }
        }
    }

    private void mark(Value value, Visit visit, Set<Site> sink) {
        for (Leaf leaf : new Expansion(origins).of(value, visit)) {
            if (leaf instanceof Leaf.Source source) {
                sink.add(source.site());
            } else if (leaf instanceof Leaf.Field field) {
                sink.add(field.read());
            }
        }
    }

    public Ending ending(Site site) {
        if (lasting.contains(site)) {
            return Ending.OTHER;
        }
        if (logged.contains(site) && !deciding.contains(site)) {
            return Ending.LOGGED;
        }
        if (delays.contains(site)) {
            return Ending.DELAY;
        }
        return !deciding.contains(site) && isOnlyTold(site, replayed) ? Ending.UNUSED : Ending.OTHER;
    }

    /** Whether nothing comes of a call's result but lines of a log; asked of the few calls only of which nobody knows. */
    public boolean isOnlyTold(Site site) {
        return isOnlyTold(site, telling);
    }

    private boolean isOnlyTold(Site site, Telling by) {
        List<ApiUse> known = users.get().getOrDefault(site, List.of());
        return site instanceof Site.Call call
                && isResult(call)
                && !known.isEmpty()
                && known.stream().allMatch(u -> by.only(new Value.Result(call), u.visit()));
    }

    /** What gives nothing changes what it is given: {@code random.nextBytes(salt)}. */
    private static boolean isResult(Site.Call call) {
        return call.isAllocation()
                || !Descriptors.result(call.target().descriptor()).equals("V");
    }
}
