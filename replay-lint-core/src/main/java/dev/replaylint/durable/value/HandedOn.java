package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.StateChanges.Change;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What helpers are handed, and functions capture, is what the code around them has: it is used where they use it. */
public final class HandedOn {

    private final BodyReads reads;
    private final Lazy<Map<MethodKey, List<Visit>>> runs;

    /** What is asked for again on the way adds nothing. */
    private final Memo<Edge.Bound, Set<Place>> known = new Memo<>(this::find);

    public HandedOn(StateChanges changes, Collection<Visit> visits) {
        this.reads = new BodyReads(changes);
        this.runs = new Lazy<>(() ->
                visits.stream().collect(Collectors.groupingBy(v -> v.body().key())));
    }

    /** Where a value is used for more than being changed and handed on. */
    public Set<Place> uses(Value value, Visit visit) {
        return known.get(new Edge.Bound(visit, value), Set.of());
    }

    private Set<Place> find(Edge.Bound asked) {
        Set<Place> found = new LinkedHashSet<>();
        for (Site site : asked.visit().body().sites()) {
            if (reads.uses(site, asked.value(), List.of())) {
                Set<Edge.Bound> there = handed(site, asked);
                there.forEach(b -> found.addAll(uses(b.value(), b.visit())));
                if (there.isEmpty()) {
                    found.add(new Place(site, asked.visit()));
                }
            }
        }
        return found;
    }

    /** The names of the value where a site hands it to; none if nobody knows where that is, or if it does more with it. */
    private Set<Edge.Bound> handed(Site site, Edge.Bound given) {
        Set<Edge.Bound> there = new LinkedHashSet<>();
        boolean asItIs = BodyReads.operands(site).stream()
                        .allMatch(v -> v.equals(given.value()) || !BodyReads.mentions(v, given.value()))
                && site.context().conditions().stream().noneMatch(c -> BodyReads.mentions(c.value(), given.value()));
        if (asItIs && site instanceof Site.FunctionCreation function) {
            for (int i = 0; i < function.bound().size(); i++) {
                if (function.bound().get(i).equals(given.value())) {
                    Value inside = ReadParts.parameter(function, i);
                    runs.get()
                            .getOrDefault(function.implementation(), List.of())
                            .forEach(v -> there.add(new Edge.Bound(v, inside)));
                }
            }
        } else if (asItIs) {
            for (Edge edge : given.visit().calls(site)) {
                for (int i = 0; i < edge.arguments().size(); i++) {
                    if (Parts.passes(edge.argument(i), Set.of(given.value()), edge)) {
                        there.add(new Edge.Bound(edge.callee(), new Value.Parameter(i)));
                    }
                }
            }
        }
        return there;
    }

    /** The fields that a change assigns, or whose contents it changes. */
    public static Stream<FieldKey> changed(Change change, Visit visit) {
        return change.holder().isPresent()
                ? change.holder().stream()
                : change.target().stream()
                        .flatMap(t -> fields(t, visit).stream())
                        .flatMap(Optional::stream);
    }

    /** The fields of classes and of the code's own objects that a value is handed on from; empty for whatever else it may be. */
    public static Set<Optional<FieldKey>> fields(Value value, Visit visit) {
        Set<Optional<FieldKey>> found = new LinkedHashSet<>();
        fields(new Edge.Bound(visit, value.settled()), found, new HashSet<>());
        return found;
    }

    private static void fields(Edge.Bound at, Set<Optional<FieldKey>> found, Set<Edge.Bound> seen) {
        if (!seen.add(at)) {
            return;
        }
        List<Edge.Bound> given = at.value() instanceof Value.Parameter parameter
                ? at.visit().incoming().stream()
                        .filter(e -> e.how() != Edge.Kind.KEPT)
                        .flatMap(e -> e.argument(parameter.index()).stream())
                        .toList()
                : List.of();
        given.forEach(b -> fields(new Edge.Bound(b.visit(), b.value().settled()), found, seen));
        if (given.isEmpty()) {
            found.add(
                    at.value() instanceof Value.FieldValue field
                                    && field.read()
                                            .receiver()
                                            .filter(r -> !r.equals(Value.This.THIS))
                                            .isEmpty()
                            ? Optional.of(field.read().field())
                            : Optional.empty());
        }
    }
}
