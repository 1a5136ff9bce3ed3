package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.KeyedCaches;
import dev.replaylint.durable.value.LazyFields;
import dev.replaylint.durable.value.Restorations;
import dev.replaylint.durable.value.Slots;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where code that handlers reach changes what fields hold, and does not take that back. */
final class ContentChanges {

    private final Effects effects;
    private final KeyedCaches caches;
    private final LazyFields lazy;
    private final Restorations restorations;
    private final Map<FieldKey, List<Place>> changed = new HashMap<>();
    private final Set<FieldKey> cached = new HashSet<>();
    private final Set<FieldKey> given = new HashSet<>();

    ContentChanges(
            Effects effects, KeyedCaches caches, LazyFields lazy, Restorations restorations, List<Visit> visits) {
        this.effects = effects;
        this.caches = caches;
        this.lazy = lazy;
        this.restorations = restorations;
        visits.forEach(this::find);
    }

    /** Reads of the field whose results are changed. */
    List<Place> of(FieldKey field) {
        return changed.getOrDefault(field, List.of());
    }

    /** Whether it holds a cache, which code fills by key. */
    boolean isCache(FieldKey field) {
        return cached.contains(field);
    }

    /** Whether calls are given what it holds, which may fill it anew, or take things out of it. */
    boolean isGiven(FieldKey field) {
        return given.contains(field);
    }

    private void find(Visit visit) {
        for (Site.Call call : visit.body().calls()) {
            Optional<CatalogEntry<Flow>> entry = effects.flow(call.target());
            if (entry.isPresent() && entry.get().fact() == Flow.MUTATES && !isTakenBack(new Place(call, visit))) {
                targets(entry.get(), call).forEach(v -> noteChange(v, visit, new Place(call, visit)));
            }
            List<Value> emptied =
                    entry.filter(e -> e.from().isEmpty()).isPresent() ? Operands.all(call) : call.arguments();
            emptied.stream().flatMap(a -> field(a).stream()).forEach(given::add);
        }
        visit.body()
                .sites(Site.ArrayWrite.class)
                .flatMap(w -> Slots.changed(w).stream())
                .forEach(r -> noteChanged(r, visit));
    }

    private static Optional<FieldKey> field(Value value) {
        return value.settled() instanceof Value.FieldValue held
                ? Optional.of(held.read().field())
                : Optional.empty();
    }

    private void noteChange(Value changed, Visit visit, Place change) {
        if (changed instanceof Value.FieldValue value) {
            noteChange(value.read(), visit, change);
        } else if (changed instanceof Value.Result part) {
            partOf(part.call()).ifPresent(v -> noteChange(v, visit, change));
            // An accessor's field: what accessors call in turn to make it is not theirs.
            visit.calls(part.call())
                    .forEach(e -> e.callee()
                            .returned()
                            .map(Value::settled)
                            .filter(Value.FieldValue.class::isInstance)
                            .forEach(v -> noteChange(v, e.callee(), change)));
        }
    }

    private void noteChange(Site.FieldRead read, Visit visit, Place change) {
        FieldKey field = read.field();
        Site.Call call = (Site.Call) change.site();
        if (caches.isFilledBy(call, change.visit())) {
            cached.add(field);
        } else if (!lazy.isFilledBy(call, field, change.visit())) {
            noteChanged(read, visit);
        }
    }

    private void noteChanged(Site.FieldRead read, Visit visit) {
        changed.computeIfAbsent(read.field(), f -> new ArrayList<>()).add(new Place(read, visit));
    }

    /** The object that a call gives a part of, as the value of a thread-local. */
    private Optional<Value> partOf(Site.Call call) {
        return effects.sharing(call.target())
                .filter(e -> e.from().contains(Operand.RECEIVER))
                .flatMap(e -> call.receiver())
                .map(Value::settled);
    }

    private static List<Value> targets(CatalogEntry<Flow> entry, Site.Call call) {
        Operand into = entry.into();
        return Operands.of(into, call.receiver(), call.arguments());
    }

    /** Whether a change does not last; unless each thread has its own, code that runs beside it sees it. */
    boolean isTakenBack(Place change) {
        return restorations.leavesNothing(change)
                && (change.site() instanceof Site.Call call && isOnThread(call)
                        || Operation.startsAround(change.visit()).stream().noneMatch(DurableSdk::runsBeside));
    }

    private boolean isOnThread(Site.Call change) {
        return Stream.concat(Stream.of(new Value.Result(change)), change.receiver().stream())
                .anyMatch(v -> v.settled() instanceof Value.Result made
                        && effects.isThreadLocal(made.call().target().owner()));
    }
}
