package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.ApiFlow;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What code puts into thread-locals, and into what else fields hold: as good as an assignment to the field. */
final class ThreadLocals {

    private record Put(Site.Call call, Visit visit) {}

    private record Question(FieldKey field, List<FieldKey> path) {}

    private final Effects effects;
    private final Lazy<Map<FieldKey, List<Put>>> puts;
    private final Lazy<Map<FieldKey, List<Place>>> reads;
    private final Map<Question, Set<Leaf>> known = new HashMap<>();

    ThreadLocals(Effects effects, Collection<Visit> visits) {
        this.effects = effects;
        this.puts = new Lazy<>(() -> find(visits));
        this.reads = new Lazy<>(() -> reads(visits));
    }

    private Map<FieldKey, List<Put>> find(Collection<Visit> visits) {
        Map<FieldKey, List<Put>> found = new HashMap<>();
        for (Visit visit : visits) {
            for (Site.Call call : visit.body().calls()) {
                if (visit.runs(call) && !call.arguments().isEmpty()) {
                    field(call)
                            .ifPresent(f -> found.computeIfAbsent(f, k -> new ArrayList<>())
                                    .add(new Put(call, visit)));
                }
            }
        }
        return found;
    }

    /** The field of a thread-local that the call sets. */
    private Optional<FieldKey> field(Site.Call call) {
        return call.receiver()
                .map(Value::settled)
                .filter(Value.FieldValue.class::isInstance)
                .map(v -> ((Value.FieldValue) v).read().field())
                .filter(f -> effects.isThreadLocal(call.target().owner()) && effects.renews(call.target()));
    }

    /** Leaves of everything that is put into the field's thread-local, followed to the end. */
    Set<Leaf> of(FieldKey field, List<FieldKey> path, Origins origins) {
        List<Put> all = puts.get().getOrDefault(field, List.of());
        if (all.isEmpty()) {
            return Set.of();
        }
        Question question = new Question(field, path);
        Set<Leaf> before = known.get(question);
        if (before != null) {
            return before;
        }
        Set<Leaf> found = new LinkedHashSet<>();
        known.put(question, found);
        for (Put put : all) {
            for (Value value : put.call().arguments()) {
                found.addAll(new Expansion(origins).of(origins.leaves(value, put.visit(), path), put.visit()));
            }
        }
        // What it held before is nothing else.
        found.removeIf(l -> l instanceof Leaf.Field self && self.read().field().equals(field));
        return found;
    }

    private static Map<FieldKey, List<Place>> reads(Collection<Visit> visits) {
        Map<FieldKey, List<Place>> found = new HashMap<>();
        visits.stream()
                .filter(v -> v.region() == Region.REPLAYED)
                .forEach(v -> v.body()
                        .sites(Site.FieldRead.class)
                        .filter(r ->
                                r.receiver().filter(o -> o != Value.This.THIS).isEmpty())
                        .forEach(r -> found.computeIfAbsent(r.field(), f -> new ArrayList<>())
                                .add(new Place(r, v))));
        return found;
    }

    /** Leaves of what replayed code puts into what a static field, or one of the handler itself, holds: as good as an assignment, too. */
    Set<Leaf> contents(FieldKey field, List<FieldKey> path, ApiFlow flow, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Place read : reads.get().getOrDefault(field, List.of())) {
            Value held = new Value.FieldValue((Site.FieldRead) read.site());
            found.addAll(new Expansion(origins).of(flow.filled(held, read.visit(), path, origins), read.visit()));
        }
        return found;
    }
}
