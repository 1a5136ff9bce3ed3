package dev.replaylint.durable.flow;

import dev.replaylint.durable.flow.Explorer.Target;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What functions run when somebody calls them: an API that passes them what it was given, or code that has them as objects. */
public final class Invocations {

    /** Operator of a value that stands for what an API passes to a function: one of its operands, or a part of it. */
    private static final String GIVEN = "given";

    /** The same, of a function that the API keeps: what it is called with one day is rather not what the API has now. */
    private static final String LATER = "given later";

    private final Closures closures;
    private final CallTargets dispatch;

    Invocations(Closures closures, CallTargets dispatch) {
        this.closures = closures;
        this.dispatch = dispatch;
    }

    /** Whether a value stands for what an API passes to a function. */
    public static boolean isGiven(Value.Derived value) {
        return isGivenNow(value) || value.operator().equals(LATER);
    }

    /** The same, where the API calls the function itself. */
    public static boolean isGivenNow(Value.Derived value) {
        return value.operator().equals(GIVEN) || Pairs.isGiven(value);
    }

    /** The functions among {@code candidates}, each called with values that may come from any of {@code given}. */
    List<Target> invoked(List<Value> candidates, Visit visit, Region region, Edge.Kind how, List<Value> given) {
        return invoked(candidates, visit, region, how, given, List.of());
    }

    /** The same, with these values if there are any. */
    List<Target> invoked(
            List<Value> candidates, Visit visit, Region region, Edge.Kind how, List<Value> given, List<Value> passed) {
        List<Target> found = new ArrayList<>();
        for (Value candidate : candidates) {
            Set<Closure> known = closures.of(candidate, visit);
            if (!known.isEmpty()) {
                List<Value> data = given.stream().filter(v -> v != candidate).toList();
                found.addAll(invoked(known, data, visit, region, how, passed));
            }
        }
        return found;
    }

    List<Target> invoked(
            Set<Closure> known, List<Value> data, Visit visit, Region region, Edge.Kind how, List<Value> passed) {
        List<Target> found = new ArrayList<>();
        for (Closure closure : called(known, data, visit)) {
            Optional<Edge.Bound> argument = data.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Edge.Bound(visit, new Value.Derived(how == Edge.Kind.KEPT ? LATER : GIVEN, data)));
            List<Optional<Edge.Bound>> arguments =
                    passed.isEmpty() ? Collections.nCopies(8, argument) : Target.bound(visit, passed);
            found.addAll(of(closure, region, how, arguments));
        }
        return found;
    }

    /** A reference to the method of a functional interface, as {@code Runnable::run}, calls the functions it is applied or bound to. */
    Set<Closure> called(Set<Closure> candidates, List<Value> data, Visit visit) {
        Set<Closure> found = new LinkedHashSet<>();
        Deque<Closure> open = new ArrayDeque<>(candidates);
        while (!open.isEmpty()) {
            Closure closure = open.poll();
            if (found.add(closure)
                    && closure.hasReceiver()
                    && dispatch.bodies(closure).isEmpty()) {
                if (closure.bound().isEmpty()) {
                    data.forEach(d -> open.addAll(calledBy(closure, d, visit)));
                } else {
                    open.addAll(calledBy(closure, closure.bound().get(0), closure.creator()));
                }
            }
        }
        return found;
    }

    private List<Closure> calledBy(Closure reference, Value receiver, Visit visit) {
        return closures.of(receiver, visit).stream()
                .filter(c -> c.method().equals(reference.implementation().name()))
                .toList();
    }

    /** The bodies that a function runs with these arguments. */
    List<Target> of(Closure closure, Region region, Edge.Kind how, List<Optional<Edge.Bound>> arguments) {
        List<Optional<Edge.Bound>> all = new ArrayList<>(Target.bound(closure.creator(), closure.bound()));
        all.addAll(arguments);
        boolean hasReceiver = closure.hasReceiver() && !all.isEmpty();
        Optional<Edge.Bound> receiver = hasReceiver ? all.get(0) : Optional.empty();
        List<Optional<Edge.Bound>> parameters = hasReceiver ? all.subList(1, all.size()) : all;
        List<Target> found = new ArrayList<>();
        for (Body body : dispatch.bodies(closure)) {
            int arity = body.shape().parameterTypes().size();
            found.add(
                    new Target(body, region, how, receiver, parameters.subList(0, Math.min(arity, parameters.size()))));
        }
        return found;
    }
}
