package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Order;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.Collecting;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reductions of many values to one that are the same in whatever order the values come: sums, products, the greatest. */
record Folds(Effects effects) {

    private static final int DEEPEST = 6;

    /** What is taken off one by one may also be taken off in another order. */
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "&", "|", "^");

    private static final String NONE = "";
    private static final String TEXT = "java.lang.String";

    /** A function of what there is so far and the next value; where the first value is the start, it is treated like all others. */
    private record Step(Value soFar, Value next, boolean fromFirst) {

        /** What a lambda captures comes first; a method of the values themselves has one parameter. */
        static Step of(Body function, boolean fromFirst) {
            int last = function.shape().parameterTypes().size() - 1;
            Value soFar = last < 1 ? Value.This.THIS : new Value.Parameter(last - 1);
            return new Step(soFar, new Value.Parameter(last), fromFirst);
        }
    }

    /** Whether a call puts elements together so, itself or by the collector that it is given. */
    boolean isOrderFree(Site.Call call, Visit visit) {
        Optional<CatalogEntry<Order>> entry = effects.order(call.target());
        return entry.filter(e -> e.fact() == Order.FOLDS && folds(e, call, visit))
                        .isPresent()
                || call.arguments().stream().anyMatch(a -> collects(a.settled(), visit));
    }

    private boolean collects(Value collector, Visit visit) {
        if (!(collector instanceof Value.Result made)
                || !Descriptors.result(made.call().target().descriptor()).equals(Collecting.COLLECTOR)) {
            return false;
        }
        Optional<CatalogEntry<Order>> entry = effects.order(made.call().target());
        return endsFree(made.call(), visit)
                || entry.filter(e -> e.fact() == Order.FREE
                                || e.fact() == Order.FOLDS && folds(e, made.call(), visit)
                                || e.fact().carries()
                                        && operands(e, made.call()).stream().allMatch(o -> collects(o, visit)))
                        .isPresent();
    }

    /** Whether a function makes something of the whole, given behind the collector that gathers it, that no order changes. */
    private boolean endsFree(Site.Call collector, Visit visit) {
        List<Value> arguments = collector.arguments();
        if (arguments.size() != 2
                || !(arguments.get(0).settled() instanceof Value.Result)
                || !(arguments.get(1).settled() instanceof Value.Function function)) {
            return false;
        }
        MethodKey method = function.creation().implementation();
        List<Value> returned = visit.outgoing(collector).stream()
                .filter(e -> e.callee().body().key().equals(method))
                .flatMap(e -> e.callee().returned())
                .flatMap(v -> v.alternatives().stream())
                .toList();
        return isFree(method) || !returned.isEmpty() && returned.stream().allMatch(this::isFree);
    }

    /** Whether a value is made of answers alone that are the same for any order. */
    private boolean isFree(Value value) {
        return value instanceof Value.Constant
                || value instanceof Value.Result result && isFree(result.call().target())
                || value instanceof Value.Derived derived
                        && derived.operands().stream().allMatch(o -> isFree(o.settled()));
    }

    private static List<Value> operands(CatalogEntry<Order> entry, Site.Call call) {
        return entry.from().stream()
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .map(Value::settled)
                .toList();
    }

    private boolean folds(CatalogEntry<Order> entry, Site.Call call, Visit visit) {
        boolean fromFirst = call.arguments().size() == 1;
        return operands(entry, call).stream()
                .anyMatch(o -> o instanceof Value.Function f && isOrderFree(f, fromFirst, call, visit));
    }

    private boolean isOrderFree(Value.Function function, boolean fromFirst, Site.Call call, Visit visit) {
        MethodKey method = function.creation().implementation();
        if (isFree(method)) {
            return true;
        }
        List<Visit> runs = visit.outgoing(call).stream()
                .map(Edge::callee)
                .filter(v -> v.body().key().equals(method))
                .distinct()
                .toList();
        List<Value> returned = runs.stream().flatMap(Visit::returned).toList();
        return !method.resultClass().equals(TEXT)
                && returned.size() == 1
                && goesOn(
                        returned.get(0).settled(),
                        Step.of(runs.get(0).body(), fromFirst),
                        operator(returned.get(0).settled()),
                        DEEPEST);
    }

    private boolean isFree(MethodKey method) {
        return effects.order(method).filter(e -> e.fact() == Order.FREE).isPresent();
    }

    /** What puts two values together: an operator, or a method of the platform. */
    private String operator(Value value) {
        return value instanceof Value.Derived derived && OPERATORS.contains(derived.operator())
                ? derived.operator()
                : value instanceof Value.Result r && isFree(r.call().target())
                        ? r.call().target().name()
                        : NONE;
    }

    /** Whether a value is what there is so far, with other values added by one kind of operators. */
    private boolean goesOn(Value value, Step step, String chain, int depth) {
        if (value.equals(step.soFar())
                || depth == 0
                || chain.equals(NONE)
                || !operator(value).equals(chain)) {
            return value.equals(step.soFar());
        }
        List<Value> operands = Value.settled(
                value instanceof Value.Derived sum ? sum.operands() : Operands.all(((Value.Result) value).call()));
        boolean takesOff = operator(value).equals("-");
        return operands.size() == 2
                && !(takesOff && step.fromFirst())
                && (goesOn(operands.get(0), step, chain, depth - 1) && isAdded(operands.get(1), step)
                        || !takesOff
                                && goesOn(operands.get(1), step, chain, depth - 1)
                                && isAdded(operands.get(0), step));
    }

    private static boolean isAdded(Value value, Step step) {
        return step.fromFirst() ? value.equals(step.next()) : !mentions(value, step.soFar(), DEEPEST);
    }

    private static boolean mentions(Value value, Value searched, int depth) {
        List<Value> parts = value instanceof Value.Derived derived
                ? derived.operands()
                : value instanceof Value.Result result ? Operands.all(result.call()) : List.of();
        return depth == 0
                || value.equals(searched)
                || parts.stream().anyMatch(p -> mentions(p.settled(), searched, depth - 1));
    }
}
