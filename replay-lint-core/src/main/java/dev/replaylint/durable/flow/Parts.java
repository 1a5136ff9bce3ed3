package dev.replaylint.durable.flow;

import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One object under its different names in a body. */
public record Parts(Effects effects) {

    /** The object and what calls give that is the object again, or a part of it: {@code text.append(a).append(b)}. */
    public Set<Value> of(Value object, Body body) {
        return closure(object, o -> users(o, body).filter(c -> isPart(c, o)));
    }

    private boolean isPart(Site.Call call, Value object) {
        return !call.isAllocation()
                && effects.sharing(call.target()).stream()
                        .flatMap(e -> e.from().stream())
                        .anyMatch(o -> Operands.of(o, call.receiver(), call.arguments())
                                .contains(object));
    }

    /** The object, and what methods of the project give that return it again: {@code order.id(a).amount(b)}. */
    public static Set<Value> again(Value object, Visit visit) {
        return closure(
                object,
                o -> users(o, visit.body())
                        .filter(c -> c.receiver().filter(o::equals).isPresent() && returnsItself(c, visit)));
    }

    private static Set<Value> closure(Value object, Function<Value, Stream<Site.Call>> next) {
        Set<Value> found = new LinkedHashSet<>(Set.of(object));
        Deque<Value> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            next.apply(open.poll()).map(Value.Result::new).filter(found::add).forEach(open::add);
        }
        return found;
    }

    private static boolean returnsItself(Site.Call call, Visit visit) {
        List<Edge> own = visit.calls(call);
        return !own.isEmpty()
                && own.stream()
                        .flatMap(e -> e.callee().body().sites(Site.Return.class))
                        .allMatch(r -> r.value().filter(Value.This.THIS::equals).isPresent());
    }

    /** Whether a call of an API stores something in the object. */
    public boolean changes(Site.Call call, Value object) {
        return effects.flow(call.target())
                .filter(e -> e.fact() == Flow.MUTATES)
                .filter(e ->
                        Operands.of(e.into(), call.receiver(), call.arguments()).contains(object))
                .isPresent();
    }

    /** The calls that are given a reference which stores something in the object: {@code names.forEach(list::add)}. */
    public Stream<Site.Call> changedByReference(Value object, Body body) {
        return body.calls().stream()
                .filter(c -> c.arguments().stream().anyMatch(a -> isReferenceTo(object, a.settled())));
    }

    private boolean isReferenceTo(Value object, Value function) {
        return function instanceof Value.Function made
                && made.creation().bound().contains(object)
                && effects.flow(made.creation().implementation())
                        .filter(e -> e.fact() == Flow.MUTATES && e.into().equals(Operand.RECEIVER))
                        .isPresent();
    }

    /** The calls on an object, and those that are given it. */
    public static Stream<Site.Call> users(Value object, Body body) {
        return object instanceof Value.Result made
                ? body.callsWith(made.call()).stream()
                : body.calls().stream()
                        .filter(c -> c.receiver().filter(object::equals).isPresent()
                                || c.arguments().contains(object));
    }

    /** Whether an array is one of the objects, or a row of one. */
    static boolean isRow(Value array, Set<Value> objects) {
        Value at = array.settled();
        while (!objects.contains(at)) {
            if (at instanceof Value.Element row) {
                at = row.array().settled();
            } else if (at instanceof Value.Derived row && row.operator().equals("[]")) {
                at = row.operands().get(0);
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether what an edge binds is one of the objects. */
    public static boolean passes(Optional<Edge.Bound> operand, Set<Value> objects, Edge edge) {
        return operand.filter(b -> b.visit() == edge.caller() && objects.contains(b.value()))
                .isPresent();
    }
}
