package dev.replaylint.durable.body;

import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Loops that take one of the elements they go through out with them: the first or last one that meets a condition. Which one that is
 * hangs on the order, unless it is compared with what was taken before, as the best one is, or with what only one can be equal to.
 */
public final class SearchLoops {

    private static final int DEEPEST = 8;
    private static final String NEXT = "next";

    private SearchLoops() {}

    /** The calls that give the elements of which a variable has one when the loop is over. */
    public static Stream<Site.Call> taken(Value.Join variable, Body body) {
        return variable.operands().stream()
                .flatMap(o -> element(o).stream())
                .filter(e ->
                        variable.deciders().stream().allMatch(SearchLoops::isOpen) && isUsedBehind(variable, e, body));
    }

    /** The call that gives the element with which a body returns in the midst of a loop. */
    public static Optional<Site.Call> taken(Site.Return exit) {
        return exit.value()
                .flatMap(SearchLoops::element)
                .filter(e -> exit.context().conditions().stream()
                        .map(Context.Condition::value)
                        .allMatch(SearchLoops::isOpen));
    }

    /** The call that gives the element on which, or on a part of which, a call is made behind the loop. */
    public static Optional<Site.Call> called(Site.Call call) {
        return call.receiver()
                .flatMap(SearchLoops::element)
                .filter(e -> innermost(e) != innermost(call))
                .filter(e -> call.context().conditions().stream()
                        .map(Context.Condition::value)
                        .allMatch(SearchLoops::isOpen));
    }

    private static int innermost(Site.Call call) {
        List<Context.Loop> loops = call.context().loops();
        return loops.isEmpty() ? -1 : loops.get(loops.size() - 1).number();
    }

    /** What gives the element of a loop that a value is, or is a part of. */
    private static Optional<Site.Call> element(Value value) {
        Value settled = value.settled();
        for (int depth = 0; depth < DEEPEST && settled instanceof Value.Result result; depth++) {
            Site.Call call = result.call();
            if (call.receiver().isEmpty() || !call.arguments().isEmpty()) {
                return Optional.empty();
            }
            if (call.target().name().equals(NEXT)) {
                return Optional.of(call).filter(c -> !c.context().loops().isEmpty());
            }
            settled = call.receiver().get().settled();
        }
        return Optional.empty();
    }

    /** Whether more than one element may meet a condition, whatever was taken before. */
    private static boolean isOpen(Value condition) {
        return !isForOne(condition) && !comparesWithTaken(condition.settled(), DEEPEST);
    }

    /** Whether a condition asks for what is equal to something: one, unless that is a constant, which is what kinds are compared with. */
    public static boolean isForOne(Value condition) {
        List<Value> compared = List.of();
        if (condition.settled() instanceof Value.Result asked
                && asked.call().target().name().startsWith("equals")) {
            compared = Value.settled(Operands.all(asked.call()));
        } else if (condition.settled() instanceof Value.Derived test
                && test.operator().equals("==")) {
            compared = Value.settled(test.operands());
        }
        return !compared.isEmpty()
                && !compared.contains(Value.Null.NULL)
                && (compared.stream().noneMatch(SearchLoops::isConstant)
                        || compared.stream().noneMatch(SearchLoops::isPart));
    }

    private static boolean isConstant(Value value) {
        return value instanceof Value.Constant
                || value instanceof Value.FieldValue field
                        && field.read().receiver().isEmpty();
    }

    /** Whether it is something of an element, and not the element itself. */
    private static boolean isPart(Value value) {
        return value instanceof Value.FieldValue field
                        && field.read().receiver().isPresent()
                || value instanceof Value.Result result
                        && !result.call().target().name().equals(NEXT);
    }

    private static boolean comparesWithTaken(Value condition, int depth) {
        Collection<Value> operands = condition instanceof Value.Derived test
                ? test.operands()
                : condition instanceof Value.Result asked ? Operands.all(asked.call()) : List.of();
        return condition instanceof Value.Join
                || depth > 0 && operands.stream().anyMatch(o -> comparesWithTaken(o.settled(), depth - 1));
    }

    /** Whether code behind the loop has the variable: not what a round computes of it. */
    private static boolean isUsedBehind(Value.Join variable, Site.Call element, Body body) {
        int loop = innermost(element);
        Predicate<Site> behind =
                s -> s instanceof Site.Return || s.context().loops().stream().noneMatch(l -> l.number() == loop);
        return body.sites().stream()
                .filter(behind)
                .flatMap(s -> ValueUses.of(s).stream())
                .anyMatch(v -> firstJoins(v.settled(), DEEPEST).anyMatch(j -> leadsTo(j, variable)));
    }

    private static Stream<Value.Join> firstJoins(Value value, int depth) {
        if (value instanceof Value.Join join) {
            return Stream.of(join);
        }
        List<Value> parts = value instanceof Value.Template text
                ? text.parts()
                : value instanceof Value.Derived computed ? computed.operands() : List.of();
        return depth == 0 ? Stream.of() : parts.stream().flatMap(p -> firstJoins(p.settled(), depth - 1));
    }

    /** Whether a variable may be the other one, by joins alone. */
    private static boolean leadsTo(Value.Join from, Value.Join variable) {
        Set<Value.Join> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value.Join> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Value.Join join = open.poll();
            if (join == variable) {
                return true;
            }
            if (seen.add(join)) {
                join.operands().stream()
                        .map(Value::settled)
                        .filter(Value.Join.class::isInstance)
                        .forEach(o -> open.add((Value.Join) o));
            }
        }
        return false;
    }
}
