package dev.replaylint.durable;

import dev.replaylint.durable.border.ContextEscapes;
import dev.replaylint.durable.border.Escape;
import dev.replaylint.durable.border.LaterReads;
import dev.replaylint.durable.border.LostWrite;
import dev.replaylint.durable.border.LostWrites;
import dev.replaylint.durable.border.Nesting;
import dev.replaylint.durable.border.Nestings;
import dev.replaylint.durable.border.Preloads;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.future.UnjoinedFuture;
import dev.replaylint.durable.future.UnjoinedFutures;
import dev.replaylint.durable.settings.Skips;
import dev.replaylint.durable.sink.Telling;
import dev.replaylint.durable.suspension.Suspensions;
import dev.replaylint.durable.value.DefiniteAssignment;
import dev.replaylint.durable.value.IdentityFlow;
import dev.replaylint.durable.value.Restorations;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What crosses the border of an operation's function: operations, contexts, state and futures. */
public final class Borders {

    private final ReplayModel model;
    private final Program program;
    private final List<Visit> visits;
    private final Suspensions suspensions;
    private final Origins identities;
    private final Origins objects;
    private final StateChanges changes;
    private final Skips skips;
    private final Effects effects;
    private final Restorations restorations;
    private final Preloads preloads;

    Borders(ReplayModel model, Effects effects, Fields fields, List<Visit> visits, Suspensions suspensions) {
        this.model = model;
        this.program = model.program();
        this.visits = visits;
        this.suspensions = suspensions;
        identities = new Origins(IdentityFlow.withParts(effects), fields);
        objects = new Origins(IdentityFlow.alone(effects), fields);
        changes = new StateChanges(effects);
        this.effects = effects;
        restorations =
                new Restorations(effects, (s, v) -> model.operationInside(s, v).isPresent());
        preloads = new Preloads(fields);
        skips = new Skips(program, effects, fields);
    }

    /** Operations, and waits for them, in checkpointed code. */
    public List<Nesting> nestings() {
        return new Nestings(program, preloads).find(visits, model.uses().all());
    }

    /** Functions that use or keep contexts across their borders. */
    public List<Escape> escapes() {
        return new ContextEscapes(program, identities, changes, restorations, skips).find(visits, model.operations());
    }

    /** Changes that functions of operations make outside themselves. */
    public List<LostWrite> lostWrites() {
        DefiniteAssignment assignment = new DefiniteAssignment(program, effects, (handler, field) -> true);
        Predicate<Place> onDemand = change -> model.state().isOnDemand(change);
        BiPredicate<Site, Visit> starting =
                (site, visit) -> model.operationInside(site, visit).isPresent();
        LaterReads reads = new LaterReads(changes, assignment, onDemand, starting, visits, Optional.empty());
        Lazy<LaterReads> counted = new Lazy<>(() ->
                new LaterReads(changes, assignment, onDemand, starting, visits, Optional.of(new Telling(effects))));
        return new LostWrites(program, identities, objects, changes, restorations, preloads, reads, counted, skips)
                .find(visits, model.uses().all());
    }

    /** Futures that replayed code does not wait for. */
    public List<UnjoinedFuture> unjoinedFutures() {
        return new UnjoinedFutures(program, effects.exclusion(), changes, suspensions).find(model.operations());
    }
}
