package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.States;
import dev.replaylint.durable.loop.Turns;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls by which a tree came to an operation. They are no part of what the operation is, so all of them are equal. */
final class Inlining {

    private static final int DEEPEST = 8;

    record Step(CallFrame frame, Site site) {

        Body body() {
            return frame.visit().body();
        }
    }

    /**
     * Two sites of one body that lead to two operations.
     *
     * @param one leads to the one, from the body on
     * @param other leads to the other
     * @param guessed whether they call two objects, and of neither anybody knows what it is
     */
    record Fork(List<Step> one, List<Step> other, boolean guessed) {}

    private final Site.Call call;
    private final CallFrame frame;
    private final Turns turns;
    private final Guesses guesses;

    Inlining(Site.Call call, CallFrame frame, Turns turns, Guesses guesses) {
        this.call = call;
        this.frame = frame;
        this.turns = turns;
        this.guesses = guesses;
    }

    /** Where the ways to two operations part; empty if one site leads to both. */
    Optional<Fork> fork(Inlining other) {
        List<Step> here = List.copyOf(steps());
        List<Step> there = List.copyOf(other.steps());
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            Step one = here.get(i);
            Step two = there.get(i);
            if (one.frame() != two.frame()) {
                return Optional.empty();
            }
            if (one.site() != two.site()) {
                boolean guessed = guesses.areTwo(one.site(), two.site(), one.frame());
                return Optional.of(new Fork(here.subList(i, here.size()), there.subList(i, there.size()), guessed));
            }
        }
        return Optional.empty();
    }

    /** Whether one round of a loop leads to the operation: that with its function or object, or with its state, element or number. */
    boolean isOfOneRound() {
        Deque<Step> steps = steps();
        long loops =
                steps.stream().mapToLong(s -> s.site().context().loops().size()).sum();
        Optional<CallFrame> inner = Optional.empty();
        for (Iterator<Step> inwards = steps.descendingIterator(); inwards.hasNext(); ) {
            Step step = inwards.next();
            List<Condition> conditions = conditions(step, inner);
            boolean turn = loops <= 1 && conditions.stream().anyMatch(c -> turns.isOfOne(c, step.frame()));
            if (turn
                    || isRemembered(step, steps)
                    || isChosen(step)
                    || isLeft(step)
                    || isKeptOnce(step, inner)
                    || isOfState(step, conditions)) {
                return true;
            }
            inner = Optional.of(step.frame());
        }
        return false;
    }

    /** What decides about a step into a frame, and that the function was made which it runs there. */
    private static List<Condition> conditions(Step step, Optional<CallFrame> into) {
        List<Condition> found = new ArrayList<>(step.site().context().conditions());
        into.map(i -> i.visit().body().key())
                .ifPresent(key -> step.frame()
                        .visit()
                        .body()
                        .sites(Site.FunctionCreation.class)
                        .filter(f -> f.implementation().equals(key))
                        .forEach(f -> found.addAll(f.context().conditions())));
        return found;
    }

    /** Whether a loop calls one of several methods for what it goes through, right there or in what that is handed to. */
    private static boolean isChosen(Step step) {
        boolean inside = !step.site().context().loops().isEmpty()
                || step.site() instanceof Site.Call c
                        && c.receiver()
                                .filter(r -> isOfRound(r.settled(), step.frame(), DEEPEST))
                                .isPresent();
        return inside
                && step.frame().visit().outgoing(step.site()).stream()
                                .map(Edge::callee)
                                .map(Visit::body)
                                .distinct()
                                .count()
                        > 1;
    }

    /** Whether a loop calls a function of what it goes through, and that was made once. */
    private static boolean isKeptOnce(Step step, Optional<CallFrame> into) {
        return step.site() instanceof Site.Call call
                && call.receiver()
                        .filter(r -> isOfRound(r.settled(), step.frame(), DEEPEST))
                        .isPresent()
                && into.flatMap(CallFrame::edge).filter(Inlining::isMadeOnce).isPresent();
    }

    /** A function has what it captures from where it is made. */
    private static boolean isMadeOnce(Edge edge) {
        return edge.arguments().stream()
                .flatMap(Optional::stream)
                .map(Edge.Bound::visit)
                .distinct()
                .anyMatch(v -> v != edge.caller()
                        && isRunOnce(v, new HashSet<>())
                        && v.body()
                                .sites(Site.FunctionCreation.class)
                                .anyMatch(f -> f.implementation()
                                                .equals(edge.callee().body().key())
                                        && f.context().loops().isEmpty()));
    }

    private static boolean isRunOnce(Visit visit, Set<Visit> seen) {
        List<Edge> ways = visit.incoming();
        return visit.entry().isPresent()
                || ways.size() == 1
                        && ways.get(0).how() == Edge.Kind.CALL
                        && ways.get(0).site().context().loops().isEmpty()
                        && seen.add(visit)
                        && isRunOnce(ways.get(0).caller(), seen);
    }

    /** Whether a loop goes on with what a method gives, and that is another thing: {@code state = state.run(ctx)}. */
    private static boolean isLeft(Step step) {
        return step.site() instanceof Site.Call call
                && call.receiver()
                        .filter(r -> r.alternatives().contains(new Value.Result(call)))
                        .isPresent()
                && step.frame().visit().calls(call).stream()
                        .map(Edge::callee)
                        .allMatch(c -> c.returned()
                                .flatMap(v -> v.alternatives().stream())
                                .allMatch(v -> isAnother(v, c.body().key().owner())));
    }

    private static boolean isAnother(Value value, String type) {
        return value == Value.Null.NULL
                || value instanceof Value.FieldValue constant
                        && constant.read().receiver().isEmpty()
                || value instanceof Value.Result made
                        && made.call().isAllocation()
                        && !made.call().target().owner().equals(type);
    }

    /** Whether a value is what a loop goes through, or a part of it. */
    private static boolean isOfRound(Value value, CallFrame at, int depth) {
        if (depth == 0) {
            return false;
        }
        if (value instanceof Value.Parameter || value instanceof Value.This) {
            int index = value instanceof Value.Parameter parameter ? parameter.index() : -1;
            return at.edge()
                    .flatMap(e -> e.argument(index))
                    .filter(b -> at.caller()
                            .filter(c -> c.visit() == b.visit()
                                    && isOfRound(b.value().settled(), c, depth - 1))
                            .isPresent())
                    .isPresent();
        }
        Optional<Value> whole = value instanceof Value.FieldValue field
                ? field.read().receiver()
                : value instanceof Value.Result result ? result.call().receiver() : Optional.empty();
        boolean given = value instanceof Value.Result result
                && !result.call().context().loops().isEmpty();
        return given || whole.filter(w -> isOfRound(w.settled(), at, depth - 1)).isPresent();
    }

    private static boolean isOfState(Step step, List<Condition> conditions) {
        return conditions.stream()
                .filter(c -> !States.isFlag(c.value().settled())
                        || step.site().context().loops().stream()
                                .noneMatch(l -> l.exits().contains(c.value().settled())))
                .anyMatch(c -> States.isAsked(c.value().settled(), step.frame()));
    }

    /** Whether a step is one of code that runs once for each object, of one that is made before the rounds. */
    private boolean isRemembered(Step step, Deque<Step> steps) {
        Optional<Located> object = new Remembering(turns.trail()).maker(step.site(), step.frame());
        for (Step outer : steps) {
            if (object.filter(o -> o.frame() == outer.frame()).isPresent()) {
                return ((Value.Result) object.get().value())
                        .call()
                        .context()
                        .loops()
                        .isEmpty();
            }
            boolean once = outer.site().context().loops().isEmpty()
                    && outer.frame()
                            .edge()
                            .filter(e -> e.how() != Edge.Kind.CALL)
                            .isEmpty();
            if (object.isEmpty() || !once) {
                return false;
            }
        }
        return false;
    }

    /** Whether both lead through code that runs once for each object or key, as that of a supplier which remembers what it supplied. */
    boolean isRemembered(Inlining other) {
        if (call != other.call) {
            return false;
        }
        Remembering remembering = new Remembering(turns.trail());
        return steps().stream()
                .anyMatch(s -> other.steps().stream()
                        .filter(o -> o.site() == s.site() && o.frame() != s.frame())
                        .anyMatch(o -> remembering.isOnce(s.site(), s.frame(), o.frame())));
    }

    /** From the entry point to the operation. */
    private Deque<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        Optional<CallFrame> at = Optional.of(frame);
        Site site = call;
        while (at.isPresent()) {
            steps.push(new Step(at.get(), site));
            site = at.get().edge().map(Edge::site).orElse(site);
            at = at.get().caller();
        }
        return steps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Inlining;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
