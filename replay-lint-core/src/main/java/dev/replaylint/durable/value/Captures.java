package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Traces what code uses up the calls to the function of the operation it runs in: what is not the function's own was captured.
 * Functions of operations that {@code boundary} does not name are passed as if they ran in place.
 */
public final class Captures {

    private final Program program;
    private final Origins identities;
    private final Predicate<Operation> boundary;
    private final Set<Capture> captured = new LinkedHashSet<>();
    private final Set<Own> owners = new LinkedHashSet<>();
    private final Set<Step> seen = new HashSet<>();

    private Captures(Program program, Origins identities, Predicate<Operation> boundary) {
        this.program = program;
        this.identities = identities;
        this.boundary = boundary;
    }

    /** Traces one value that is used at a place. */
    public static Captures of(
            Value value, Place use, Program program, Origins identities, Predicate<Operation> boundary) {
        Captures captures = new Captures(program, identities, boundary);
        captures.follow(new Edge.Bound(use.visit(), value), List.of(), new Trace(use, List.of()));
        return captures;
    }

    /** Functions of operations that a place runs in, for what needs no value to be reached: static state. */
    public static Captures around(Place use, Program program, Origins identities, Predicate<Operation> boundary) {
        Captures captures = new Captures(program, identities, boundary);
        Trace trace = new Trace(use, List.of());
        captures.leave(use.visit(), Optional.empty(), List.of(), new Traces(trace, trace));
        return captures;
    }

    public Set<Capture> captured() {
        return captured;
    }

    /**
     * A parameter that an operation's function is given when it runs.
     *
     * @param function a visit of the function's body
     */
    public record Own(Visit function, int parameter) {}

    /** Parameters of functions' own that the value is. */
    public Set<Own> owners() {
        return owners;
    }

    /** The place in the code of the visit reached so far, and the places below it. */
    private record Trace(Place inside, List<Place> below) {

        /** Code that runs in place belongs to the code around it; a call leads to the place of the call. */
        Trace over(Edge edge) {
            if (edge.how() != Edge.Kind.CALL || edge.isBridge()) {
                return this;
            }
            return below(new Place(edge.site(), edge.caller()));
        }

        private Trace below(Place above) {
            List<Place> longer = new ArrayList<>(List.of(inside));
            longer.addAll(below);
            return new Trace(above, List.copyOf(longer));
        }

        /**
         * A function that somebody else made and handed in: its own code is where it is used, for a lambda; for a reference to a
         * method, where the reference stands.
         */
        Trace given(Edge edge, Edge.Bound captured) {
            if (edge.how() != Edge.Kind.CALL || edge.callee().body().shape().kind() == BodyShape.Kind.LAMBDA) {
                return this;
            }
            Optional<Site.FunctionCreation> reference = captured.visit()
                    .body()
                    .sites(Site.FunctionCreation.class)
                    .filter(c -> c.implementation().equals(edge.callee().body().key()))
                    .findFirst();
            return reference.map(r -> below(new Place(r, captured.visit()))).orElseGet(() -> over(edge));
        }
    }

    /**
     * Of what a function does that somebody calls: the place in the function, and in the code that calls it. The first tells more
     * where the caller is a helper that runs whatever function it is given.
     */
    private record Traces(Trace ofFunction, Trace byCalls) {}

    private record Step(Visit visit, Object what, Site inside) {}

    private void follow(Edge.Bound bound, List<FieldKey> path, Trace trace) {
        for (Leaf leaf : identities.leaves(bound.value(), bound.visit(), path)) {
            if (leaf instanceof Leaf.Hole hole) {
                up(bound.visit(), hole, trace);
            } else if (leaf instanceof Leaf.Given given) {
                leave(bound.visit(), Optional.of(given.bound()), given.path(), new Traces(trace, trace));
            }
        }
    }

    private void up(Visit visit, Leaf.Hole hole, Trace trace) {
        if (!seen.add(new Step(visit, hole, trace.inside().site()))) {
            return;
        }
        for (Edge edge : visit.incoming()) {
            if (edge.how() == Edge.Kind.OPERATION) {
                cross(edge, hole, trace);
            } else if (edge.how() != Edge.Kind.KEPT) {
                edge.argument(hole.parameter()).ifPresent(b -> over(edge, b, hole, trace));
            }
        }
    }

    private void over(Edge edge, Edge.Bound bound, Leaf.Hole hole, Trace trace) {
        if (bound.visit() == edge.caller()) {
            follow(bound, hole.path(), trace.over(edge));
        } else {
            leave(
                    edge.caller(),
                    Optional.of(bound),
                    hole.path(),
                    new Traces(trace.given(edge, bound), trace.over(edge)));
        }
    }

    private void cross(Edge edge, Leaf.Hole hole, Trace trace) {
        if (hole.parameter() >= firstOwn(edge.callee())) {
            owners.add(new Own(edge.callee(), hole.parameter()));
            return;
        }
        edge.argument(hole.parameter()).ifPresent(bound -> {
            Optional<Operation> operation = crossed(edge);
            if (operation.isPresent()) {
                add(operation.get(), edge.callee(), trace, Optional.of(bound), hole.path());
            } else {
                follow(bound, hole.path(), trace);
            }
        });
    }

    /** Captured variables are leading parameters of lambdas; of methods, only the receiver comes from outside. */
    public static int firstOwn(Visit function) {
        BodyShape shape = function.body().shape();
        return shape.kind() == BodyShape.Kind.LAMBDA ? shape.captured() : 0;
    }

    /** The operation whose function the edge enters, if that is one to stop at. */
    private Optional<Operation> crossed(Edge edge) {
        return edge.how() == Edge.Kind.OPERATION && edge.site() instanceof Site.Call call
                ? DurableSdk.operation(call.target(), program)
                        .map(kind -> new Operation(kind, call, edge.caller()))
                        .filter(boundary)
                : Optional.empty();
    }

    /** Up to the visit that a function value was made in, or to where an operation's function is left before. */
    private void leave(Visit visit, Optional<Edge.Bound> bound, List<FieldKey> path, Traces traces) {
        if (bound.filter(b -> b.visit() == visit).isPresent()) {
            follow(bound.get(), path, traces.ofFunction());
            return;
        }
        if (bound.filter(b -> isCalledBy(visit, b.visit())).isPresent()) {
            given(visit, bound.get(), path, traces.ofFunction());
            return;
        }
        if (!seen.add(new Step(visit, bound, traces.byCalls().inside().site()))) {
            return;
        }
        for (Edge edge : visit.incoming()) {
            Optional<Operation> operation = crossed(edge);
            if (operation.isPresent()) {
                boolean oneHand = bound.isEmpty() || bound.get().visit() == edge.caller() && isMadeBy(edge);
                add(operation.get(), visit, oneHand ? traces.byCalls() : traces.ofFunction(), bound, path);
            } else if (edge.how() != Edge.Kind.KEPT) {
                Trace outer = traces.byCalls().over(edge);
                leave(edge.caller(), bound, path, new Traces(bound.isPresent() ? traces.ofFunction() : outer, outer));
            }
        }
    }

    private static boolean isCalledBy(Visit caller, Visit factory) {
        return factory.incoming().stream().anyMatch(e -> e.caller() == caller && e.how() == Edge.Kind.CALL);
    }

    /** What a visit has given the factory that made a function for it. */
    private void given(Visit visit, Edge.Bound made, List<FieldKey> path, Trace trace) {
        for (Leaf leaf : identities.leaves(made.value(), made.visit(), path)) {
            if (leaf instanceof Leaf.Hole hole) {
                made.visit().incoming().stream()
                        .filter(e -> e.caller() == visit)
                        .flatMap(e -> e.argument(hole.parameter()).stream())
                        .forEach(b -> leave(visit, Optional.of(b), hole.path(), new Traces(trace, trace)));
            }
        }
    }

    /** Whether the function that an edge runs is made where it is run, and not by a helper that makes it of another one. */
    private static boolean isMadeBy(Edge edge) {
        MethodKey function = edge.callee().body().key();
        return edge.caller().body().sites().stream()
                .anyMatch(s -> s instanceof Site.FunctionCreation f
                                && f.implementation().equals(function)
                        || s instanceof Site.Call call
                                && call.isAllocation()
                                && call.target().owner().equals(function.owner()));
    }

    private void add(
            Operation operation, Visit function, Trace trace, Optional<Edge.Bound> bound, List<FieldKey> path) {
        captured.add(new Capture(operation, function, trace.inside(), trace.below(), bound, path));
    }
}
