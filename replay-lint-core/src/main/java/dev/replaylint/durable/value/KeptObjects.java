package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.Assignments;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Edge.Bound;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Times and random values that replayed code assigns to objects which fields hold, as a generator of the handler keeps the time it gave
 * last. What is assigned once only is the same for all that ask; where steps assign, too, they may have their own.
 */
final class KeptObjects {

    /** An assignment with the fields that may hold the object. */
    private record Put(Site.FieldWrite site, Visit visit, Set<FieldKey> holders) {}

    private final Effects effects;
    private final Lazy<Map<FieldKey, List<Put>>> puts;

    KeptObjects(Effects effects, Collection<Visit> visits) {
        this.effects = effects;
        this.puts = new Lazy<>(() -> find(visits));
    }

    private static Map<FieldKey, List<Put>> find(Collection<Visit> visits) {
        Map<FieldKey, List<Put>> found = new HashMap<>();
        Set<FieldKey> ofSteps = new HashSet<>();
        for (Visit visit : visits) {
            for (Site site : visit.body().sites()) {
                boolean counts = site instanceof Site.FieldWrite
                        && visit.region() != Region.INITIALIZATION
                        && !visit.body().key().isConstructor()
                        && visit.runs(site);
                if (counts && visit.region() == Region.CHECKPOINTED) {
                    ofSteps.add(((Site.FieldWrite) site).field());
                } else if (counts && !LazyFields.isForEmpty(site, visit.body())) {
                    Site.FieldWrite write = (Site.FieldWrite) site;
                    write.receiver()
                            .map(r -> new Put(write, visit, holders(new Bound(visit, r))))
                            .filter(p -> !p.holders().isEmpty())
                            .ifPresent(p -> found.computeIfAbsent(write.field(), f -> new ArrayList<>())
                                    .add(p));
                }
            }
        }
        found.keySet().removeAll(ofSteps);
        return found;
    }

    /** The fields that an object may have been read from. */
    private static Set<FieldKey> holders(Bound object) {
        Set<FieldKey> found = new LinkedHashSet<>();
        Set<Bound> seen = new HashSet<>();
        Deque<Bound> open = new ArrayDeque<>(List.of(object));
        while (!open.isEmpty()) {
            Bound at = open.poll();
            Value value = at.value().settled();
            if (value instanceof Value.FieldValue field) {
                found.add(field.read().field());
            } else if (seen.add(at)) {
                if (value instanceof Value.This) {
                    passed(-1, at.visit()).forEach(open::add);
                } else if (value instanceof Value.Parameter parameter) {
                    passed(parameter.index(), at.visit()).forEach(open::add);
                } else if (value instanceof Value.Join join) {
                    join.operands().forEach(o -> open.add(new Bound(at.visit(), o)));
                } else if (value instanceof Value.Result result) {
                    at.visit().calls(result.call()).stream()
                            .map(Edge::callee)
                            .forEach(c -> c.returned().forEach(v -> open.add(new Bound(c, v))));
                }
            }
        }
        return found;
    }

    private static List<Bound> passed(int index, Visit visit) {
        return visit.incoming().stream()
                .flatMap(e -> e.argument(index).stream())
                .toList();
    }

    /** What is assigned to a chain of fields, read from what a field holds. */
    Set<Leaf> of(FieldKey field, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        FieldKey holder = field;
        List<FieldKey> rest = path;
        while (!rest.isEmpty()) {
            FieldKey asked = rest.get(0);
            rest = Assignments.rest(rest);
            for (Put put : puts.get().getOrDefault(asked, List.of())) {
                if (put.holders().contains(holder)) {
                    Set<Leaf> assigned = origins.leaves(put.site().value(), put.visit(), rest);
                    new Expansion(origins)
                            .of(assigned, put.visit()).stream()
                                    .filter(this::isTimeOrRandom)
                                    .forEach(found::add);
                }
            }
            holder = asked;
        }
        return found;
    }

    private boolean isTimeOrRandom(Leaf leaf) {
        Optional<CatalogEntry<Effect>> entry = Optional.empty();
        if (leaf instanceof Leaf.Source source && source.site() instanceof Site.Call call) {
            entry = effects.effect(call, source.visit().body());
        } else if (leaf instanceof Leaf.Source source && source.site() instanceof Site.FunctionCreation reference) {
            entry = effects.effect(reference.implementation());
        }
        return entry.filter(e -> e.fact() == Effect.CLOCK || e.fact() == Effect.RANDOM)
                .isPresent();
    }
}
