package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.body.Identity;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Origin;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Uses of APIs in the code that entry points reach, with what the catalogue and the origin of their operands say of them. */
public final class ApiUses {

    private final Program program;
    private final Effects effects;
    private final Origin origin;
    private final Origins values;
    private final List<ApiUse> all;
    private final Map<Region, List<ApiUse>> byRegion;

    ApiUses(Program program, Effects effects, Origin origin, Origins values, List<ApiUse> all) {
        this.program = program;
        this.effects = effects;
        this.origin = origin;
        this.values = values;
        this.all = all;
        this.byRegion = all.stream().collect(Collectors.groupingBy(ApiUse::region));
    }

    /** Those in all regions. */
    public List<ApiUse> all() {
        return all;
    }

    public List<ApiUse> in(Region region) {
        return byRegion.getOrDefault(region, List.of());
    }

    /** What the catalogue says the use does; by origin, where that decides. */
    public Optional<Effect> effect(ApiUse use) {
        Optional<Effect> said = entry(use)
                .filter(e -> Effects.holds(e, use.arguments()) && origin.lets(e, use))
                .map(CatalogEntry::fact)
                .filter(e -> e != Effect.THREAD || !isOnFunction(use));
        return identity(use).map(i -> Effect.RANDOM).or(() -> said);
    }

    /** Whether the executor of a use is a function in the code, {@code Runnable::run}, which itself says where things run. */
    private boolean isOnFunction(ApiUse use) {
        List<Edge> run = use.visit().outgoing(use.site());
        return effects.runsOnOtherThread(use.api())
                && !run.isEmpty()
                && run.stream().allMatch(e -> e.how() == Edge.Kind.IN_PLACE);
    }

    /** The object that a use tells by its identity. */
    public Optional<Identity> identity(ApiUse use) {
        return use.site() instanceof Site.Call call
                ? effects.identity(call, use.visit().body())
                : Optional.empty();
    }

    /** The catalogue's entry for the use's effect, whatever the origin of its operands. */
    public Optional<CatalogEntry<Effect>> entry(ApiUse use) {
        return use.site() instanceof Site.Call call
                ? effects.effect(call, use.visit().body())
                : effects.effect(use.api());
    }

    /** Whether the logger that this use writes to comes from a context, and so is silent on replay. */
    public boolean isOnContextLogger(ApiUse use) {
        return DurableSdk.owns(use.api().owner())
                || use.receiver().stream()
                        .flatMap(r -> new Expansion(values).sources(r, use.visit()).stream())
                        .anyMatch(s -> s instanceof Site.Call c && DurableSdk.isContextLogger(c.target(), program));
    }
}
