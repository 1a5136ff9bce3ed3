package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An exception that code has at hand.
 *
 * @param value what holds it: what a handler caught, or a parameter
 * @param visit whose value it is
 * @param signal which exception it is
 */
record Subject(Value value, Visit visit, Signal signal) {

    /** Whether the value is the exception, on one way at least. */
    boolean isHeldBy(Value other) {
        return isHeldBy(other.settled(), seen());
    }

    private boolean isHeldBy(Value other, Set<Value> seen) {
        if (other.equals(value)) {
            return true;
        }
        return other instanceof Value.Join join
                && seen.add(join)
                && join.operands().stream().anyMatch(o -> isHeldBy(o.settled(), seen));
    }

    /** Whether a call that was given the exception, or something made of it, takes part in the value. */
    boolean isGivenFor(Value other) {
        return givenFor(other.settled(), seen());
    }

    private boolean givenFor(Value other, Set<Value> seen) {
        if (!seen.add(other)) {
            return false;
        }
        List<Value> given = other instanceof Value.Result result ? result.call().arguments() : List.of();
        List<Value> deciding = other instanceof Value.Join join ? join.deciders() : List.of();
        return given.stream().anyMatch(this::isMentionedBy)
                || deciding.stream().anyMatch(this::isMentionedBy)
                || any(operands(other), o -> givenFor(o, seen));
    }

    /** Whether the value is made of the exception in any way. */
    boolean isMentionedBy(Value other) {
        return mentionedBy(other.settled(), seen());
    }

    private boolean mentionedBy(Value other, Set<Value> seen) {
        return other.equals(value) || (seen.add(other) && any(operands(other), o -> mentionedBy(o, seen)));
    }

    private static boolean any(List<Value> values, Predicate<Value> test) {
        return values.stream().map(Value::settled).anyMatch(test);
    }

    private static List<Value> operands(Value value) {
        if (value instanceof Value.Result result) {
            List<Value> operands = new ArrayList<>(result.call().arguments());
            result.call().receiver().ifPresent(operands::add);
            return operands;
        }
        if (value instanceof Value.Derived derived) {
            return derived.operands();
        }
        if (value instanceof Value.Template template) {
            return template.parts();
        }
        return value instanceof Value.Join join ? join.operands() : List.of();
    }

    /** The same exception in what a call runs, if the call passes it on. */
    Optional<Subject> behind(Edge edge) {
        for (int i = 0; i < edge.arguments().size(); i++) {
            Optional<Edge.Bound> argument = edge.argument(i);
            if (argument.filter(a -> a.visit() == visit && isHeldBy(a.value())).isPresent()) {
                return Optional.of(new Subject(new Value.Parameter(i), edge.callee(), signal));
            }
        }
        return Optional.empty();
    }

    /** What a call runs that is given the exception. */
    List<Subject> behind(Site site) {
        return visit.calls(site).stream().flatMap(e -> behind(e).stream()).toList();
    }

    private static Set<Value> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
