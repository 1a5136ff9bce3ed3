package dev.replaylint.durable.value;

import dev.replaylint.catalog.Order;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of lists that a map or a list holds: of those that are put there, and of what rounds add to one that they take out, as in
 * {@code byCity.computeIfAbsent(city, c -> new ArrayList<>()).add(order)}.
 */
record HeldOrder(Effects effects, AddingOrder adding, Parts parts) {

    /** The map or list that a call takes one of its contents out of, if it is made in the body of the call. */
    Optional<Value> whole(Site.Call call) {
        boolean entry = call.target().name().equals("getValue");
        Site.Call at = call;
        boolean taken = false;
        while (!at.isAllocation()) {
            boolean part = effects.sharing(at.target()).isPresent();
            if (!part || taken && isTaking(at) && !(entry && Picks.isElement(at)) || !hasMaker(at)) {
                return Optional.empty();
            }
            taken |= isTaking(at);
            at = ((Value.Result) at.receiver().orElseThrow().settled()).call();
        }
        return taken ? Optional.of(new Value.Result(at)) : Optional.empty();
    }

    private static boolean hasMaker(Site.Call call) {
        return call.receiver().filter(r -> r.settled() instanceof Value.Result).isPresent();
    }

    /** Whether it gives what the receiver holds, and not another view of the receiver. */
    private boolean isTaking(Site.Call call) {
        boolean view =
                effects.order(call.target()).filter(e -> e.fact() != Order.FREE).isPresent();
        return effects.sharing(call.target()).isPresent() && (!view || Picks.isElement(call));
    }

    /**
     * The order of what it holds.
     *
     * @param names of it and of its parts
     */
    Set<Leaf> of(Value whole, Set<Value> names, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        List<Value> put = put(whole, visit);
        put.forEach(v -> found.addAll(origins.leaves(v, visit)));
        boolean lists = !put.isEmpty() && put.stream().allMatch(this::isList);
        for (Value name : names) {
            if (isGrowing(name, visit, lists) && !isOfOne(name)) {
                found.addAll(adding.added(Set.of(name), visit, origins));
            }
        }
        for (Edge edge : List.copyOf(visit.outgoing())) {
            if (edge.how() == Edge.Kind.IN_PLACE && growsIn(edge, whole)) {
                found.addAll(AddingOrder.orders(edge, origins));
            }
        }
        return found;
    }

    /** What is put into it one by one. */
    private List<Value> put(Value whole, Visit visit) {
        List<Value> found = new ArrayList<>();
        for (Site.Call call : Parts.users(whole, visit.body()).toList()) {
            int last = call.arguments().size() - 1;
            boolean one = last >= 0
                    && effects.order(call.target()).isEmpty()
                    && parts.changes(call, whole)
                    && !(call.arguments().get(last).settled() instanceof Value.Function);
            if (one) {
                found.add(call.arguments().get(last).settled());
            }
        }
        return found;
    }

    /** Whether a function that is run for each element adds to what it takes out. */
    private boolean growsIn(Edge edge, Value whole) {
        Visit function = edge.callee();
        for (int i = 0; i < edge.arguments().size(); i++) {
            if (Parts.passes(edge.arguments().get(i), Set.of(whole), edge)) {
                for (Value name : parts.of(new Value.Parameter(i), function.body())) {
                    if (isGrowing(name, function, false)
                            && adding.isChanged(name, function)
                            && !(key(name) instanceof Value.Parameter p && !edge.binds(p.index()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether something is taken out that keeps what is added to it in the order of adding. */
    private boolean isGrowing(Value name, Visit visit, boolean lists) {
        if (!(name instanceof Value.Result part) || !isTaking(part.call())) {
            return false;
        }
        boolean keeping = lists;
        for (Value argument : part.call().arguments()) {
            if (argument.settled() instanceof Value.Function function) {
                MethodKey maker = function.creation().implementation();
                keeping = keepsOrder(maker)
                        || visit.outgoing(part.call()).stream()
                                .filter(e -> e.callee().body().key().equals(maker))
                                .flatMap(e -> e.callee().returned())
                                .allMatch(this::isList);
            }
        }
        return keeping;
    }

    private boolean isList(Value value) {
        return value.settled() instanceof Value.Result made
                && keepsOrder(made.call().target());
    }

    private boolean keepsOrder(MethodKey maker) {
        return effects.order(maker)
                .filter(e -> e.fact() == Order.INSERTION || e.fact() == Order.CARRIES)
                .isPresent();
    }

    /** Whether each element gets a list of its own: that the list is found by. */
    private static boolean isOfOne(Value name) {
        return key(name) instanceof Value.Result key
                && (key.call().target().name().equals("next")
                        || key.call().target().name().equals("getKey"));
    }

    private static Value key(Value name) {
        List<Value> arguments = ((Value.Result) name).call().arguments();
        return arguments.isEmpty() ? Value.Unknown.UNKNOWN : arguments.get(0).settled();
    }
}
