package dev.replaylint.durable.suspension;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Ways;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What replayed code does that outlasts it, directly or in what it calls on the same thread. */
public final class Actions {

    private final Program program;
    private final Effects effects;
    private final Uses uses;

    /** Found out when a handler is there to ask for them. */
    private final Lazy<Ways> toOperations;

    private final Lazy<Ways> toWrites;

    public Actions(Program program, Effects effects, Uses uses, Collection<Visit> visits) {
        this.program = program;
        this.effects = effects;
        this.uses = uses;
        this.toOperations = new Lazy<>(
                () -> new Ways(visits, (call, visit) -> operation(call).isPresent()));
        this.toWrites = new Lazy<>(
                () -> new Ways(visits, (call, visit) -> write(call, visit).isPresent()));
    }

    private Optional<OperationKind> operation(Site.Call call) {
        return DurableSdk.operation(call.target(), program);
    }

    private Optional<String> write(Site.Call call, Visit visit) {
        boolean entered = !visit.calls(call).isEmpty();
        ApiUse direct = ApiUse.of(call, visit);
        return !entered && isWrite(direct)
                ? Optional.of(direct.name())
                : uses.references(call, visit).stream()
                        .filter(u -> u.region() == Region.REPLAYED && isWrite(u))
                        .map(ApiUse::name)
                        .findFirst();
    }

    private boolean isWrite(ApiUse use) {
        return effects.effect(use.api())
                .filter(e -> e.fact() == Effect.IO_WRITE)
                .isPresent();
    }

    /** The operation that the site starts, or else the change it makes. */
    Optional<Action> at(Site site, Visit visit) {
        List<Place> way = toOperations.get().from(site, visit);
        if (!way.isEmpty()) {
            Place last = way.get(way.size() - 1);
            Site.Call call = (Site.Call) last.site();
            return operation(call)
                    .map(kind -> new Operation(kind, call, last.visit()))
                    .map(o -> new Action(way, Optional.of(o), o.label()));
        }
        List<Place> toWrite = toWrites.get().from(site, visit);
        return toWrite.isEmpty() ? Optional.empty() : Optional.of(write(toWrite));
    }

    private Action write(List<Place> way) {
        Place last = way.get(way.size() - 1);
        String name = write((Site.Call) last.site(), last.visit()).orElse("");
        return new Action(way, Optional.empty(), "`" + name + "`");
    }
}
