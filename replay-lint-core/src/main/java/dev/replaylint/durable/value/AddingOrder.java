package dev.replaylint.durable.value;

import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Order;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Handing;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** In which order texts and collections are filled: that of the loops and streams whose elements they are given. */
final class AddingOrder {

    /** Methods and functions that hand on what is filled. */
    private static final int DEEPEST = 3;

    private final Effects effects;
    private final Parts parts;
    private final PlacedParts placed;

    AddingOrder(Effects effects) {
        this.effects = effects;
        this.parts = new Parts(effects);
        this.placed = new PlacedParts(effects);
    }

    /** What functions write to a text that is made here; that loops write it is found where they go through the elements. */
    Set<Leaf> written(Site.Call made, Visit visit, Origins origins) {
        Value text = new Value.Result(made);
        Set<Leaf> found = new LinkedHashSet<>();
        parts.changedByReference(text, visit.body())
                .flatMap(c -> c.receiver().stream())
                .forEach(r -> found.addAll(origins.leaves(r, visit)));
        for (Edge edge : List.copyOf(visit.outgoing())) {
            if (edge.how() == Edge.Kind.IN_PLACE && edge.site() instanceof Site.Call) {
                IntStream.range(0, edge.arguments().size())
                        .filter(i -> Parts.passes(edge.arguments().get(i), Set.of(text), edge))
                        .forEach(i -> found.addAll(addedBy(edge, new Value.Parameter(i), origins)));
            }
        }
        return found;
    }

    /** What is added to a text or collection in an order that is not fixed: where it is made, and in code that is handed it. */
    Set<Leaf> to(Value container, Visit visit, Origins origins) {
        Handing handing = new Handing(
                origins,
                (o, v) -> parts.of(o, v.body()),
                (objects, v) -> added(objects, v, origins),
                (edge, there) -> addedBy(edge, there, origins),
                edge -> true);
        return handing.in(visit, container);
    }

    Set<Leaf> added(Set<Value> objects, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value object : objects) {
            Parts.users(object, visit.body()).forEach(c -> found.addAll(added(c, object, visit, origins)));
            parts.changedByReference(object, visit.body())
                    .flatMap(c -> c.receiver().stream())
                    .forEach(r -> found.addAll(origins.leaves(r, visit)));
        }
        return found;
    }

    private Set<Leaf> added(Site.Call call, Value object, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (parts.changes(call, object)) {
            found.addAll(loops(call, visit, origins));
            found.addAll(placed.added(call, visit, origins));
        }
        effects.order(call.target())
                .filter(e -> e.fact() == Order.CARRIES && e.into().equals(Operand.RECEIVER))
                .filter(e -> call.receiver().filter(object::equals).isPresent())
                .ifPresent(e -> e.from()
                        .forEach(o -> Operands.of(o, Optional.empty(), call.arguments())
                                .forEach(v -> found.addAll(origins.leaves(v, visit)))));
        return found;
    }

    /** A function that adds is run in the order of what it is run for, a helper in that of the loops around it. */
    private Set<Leaf> addedBy(Edge edge, Value object, Origins origins) {
        return adds(edge.callee(), object, Optional.empty(), DEEPEST) ? orders(edge, origins) : Set.of();
    }

    /** The same, of what a field of the object holds. */
    Set<Leaf> by(Edge edge, Value object, FieldKey field, Origins origins) {
        return adds(edge.callee(), object, Optional.of(field), DEEPEST) ? orders(edge, origins) : Set.of();
    }

    /** In which order a call is made, and runs functions. */
    static Set<Leaf> orders(Edge edge, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (edge.site() instanceof Site.Call call) {
            found.addAll(loops(call, edge.caller(), origins));
            if (edge.how() != Edge.Kind.CALL) {
                call.receiver().ifPresent(r -> found.addAll(origins.leaves(r, edge.caller())));
            }
        }
        return found;
    }

    /** Whether a body, or what it hands the object, adds to it, or to what a field of it holds. */
    private boolean adds(Visit visit, Value object, Optional<FieldKey> field, int depth) {
        boolean here = field.map(f -> visit.body()
                        .sites(Site.FieldRead.class)
                        .filter(r -> r.field().equals(f)
                                && r.receiver().filter(object::equals).isPresent())
                        .anyMatch(r -> isChanged(new Value.FieldValue(r), visit)))
                .orElseGet(() -> isChanged(object, visit));
        return here || depth > 0 && List.copyOf(visit.outgoing()).stream().anyMatch(e -> adds(e, object, field, depth));
    }

    private boolean adds(Edge edge, Value object, Optional<FieldKey> field, int depth) {
        boolean receiver = Parts.passes(edge.receiver(), Set.of(object), edge)
                && adds(edge.callee(), Value.This.THIS, field, depth - 1);
        return receiver
                || IntStream.range(0, edge.arguments().size())
                        .filter(i -> Parts.passes(edge.arguments().get(i), Set.of(object), edge))
                        .anyMatch(i -> adds(edge.callee(), new Value.Parameter(i), field, depth - 1));
    }

    boolean isChanged(Value object, Visit visit) {
        return Parts.users(object, visit.body()).anyMatch(c -> parts.changes(c, object));
    }

    /** Elements added one by one come in the order of the loop. */
    private static Set<Leaf> loops(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        call.context().loops().stream()
                .flatMap(l -> l.iterated().stream())
                .forEach(i -> found.addAll(origins.leaves(i, visit)));
        return found;
    }
}
