package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Loops over a state where each state leads to a later one: {@code while (state != DONE) state = switch (state) …}. A way back to a
 * state would assign it a second time: from before the circle, or at the start, and from within it.
 */
public final class States {

    private static final int MOST = 200;
    private static final Set<String> COMPARING =
            Set.of("==", "!=", "[]", "ordinal", "equals", "hashCode", "instanceof");

    private static final Set<Object> FLAGS = Set.of(true, false, 0, 1);

    /**
     * What may become the state.
     *
     * @param from in which states that may happen
     */
    private record Next(Located at, Predicate<Known> from) {}

    private final Context.Loop loop;
    private final Program program;
    private final ValueTrail trail;
    private final Set<Value> variable = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Choices and methods, as one way of calls leads to them. */
    private final Set<Object> seen = new HashSet<>();

    private final Map<Object, Integer> assigned = new HashMap<>();

    /** Calls whose code is not at hand: tables may tell what they find. */
    private final List<Located> lookups = new ArrayList<>();

    /** The field that has the state, if objects with more in them are handed around. */
    private final Optional<FieldKey> box;

    private boolean keeps;
    private int assignments;

    private States(Context.Loop loop, Program program, ValueTrail trail, Optional<FieldKey> box) {
        this.loop = loop;
        this.program = program;
        this.trail = trail;
        this.box = box;
    }

    /** Whether the loop ends because it goes through its states. */
    public static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        for (Value exit : loop.exits()) {
            Asked asked = Asked.by(exit, frame, trail);
            List<Optional<FieldKey>> boxes = new ArrayList<>(List.of(Optional.empty()));
            asked.fields().forEach(f -> boxes.add(Optional.of(f)));
            for (Value.Join variable : asked.variables()) {
                if (boxes.stream().anyMatch(b -> new States(loop, program, trail, b).isThrough(variable, frame))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a condition asks which state it is, of a variable that is only ever assigned constants. */
    public static boolean isAsked(Value condition, CallFrame frame) {
        if (condition instanceof Value.Parameter parameter) {
            return frame.caller().isPresent()
                    && frame.edge()
                            .flatMap(e -> e.argument(parameter.index()))
                            .filter(b -> b.visit() == frame.caller().get().visit())
                            .filter(b ->
                                    isAsked(b.value().settled(), frame.caller().get()))
                            .isPresent();
        }
        if (condition instanceof Value.Join join) {
            return join.ways().size() > 1
                    && join.alternatives().stream().allMatch(v -> state(v).isPresent() || isMethodOfProject(v, frame));
        }
        boolean compares = condition instanceof Value.Derived test && COMPARING.contains(test.operator())
                || condition instanceof Value.Element
                || condition instanceof Value.Result result
                        && COMPARING.contains(result.call().target().name());
        return compares && parts(condition).stream().anyMatch(p -> isAsked(p.settled(), frame));
    }

    /** Whether a condition has two outcomes, and is no switch. */
    public static boolean isFlag(Value condition) {
        return condition instanceof Value.Derived test
                ? !test.operator().equals("[]")
                : condition.alternatives().stream()
                        .allMatch(v -> v instanceof Value.Constant c && FLAGS.contains(c.constant()));
    }

    private static boolean isMethodOfProject(Value value, CallFrame frame) {
        return value instanceof Value.Result result
                && !frame.visit().calls(result.call()).isEmpty();
    }

    static List<Value> parts(Value value) {
        if (value instanceof Value.Derived derived) {
            return derived.operands();
        }
        if (value instanceof Value.Element element) {
            return List.of(element.array());
        }
        return value instanceof Value.Result result ? Operands.all(result.call()) : List.of();
    }

    private boolean isThrough(Value.Join state, CallFrame frame) {
        Transitions transitions =
                new Transitions(loop, new StateTests(frame, program, trail, box, v -> isState(v, state)));
        Set<Object> last = new HashSet<>();
        loop.exits().stream()
                .flatMap(e -> parts(e.settled()).stream())
                .map(Value::settled)
                .filter(p -> !(p instanceof Value.FieldValue))
                .forEach(p -> state(p).ifPresent(last::add));
        if (!collect(state, frame, transitions)) {
            return false;
        }
        boolean told =
                lookups.stream().allMatch(l -> transitions.areTold(((Value.Result) l.value()).call(), l.frame()));
        boolean once = lookups.isEmpty()
                && assigned.entrySet().stream().allMatch(e -> e.getValue() == 1 || last.contains(e.getKey()));
        return told
                && (once || transitions.leadOn(assignments))
                && (assigned.size() > 1 || !lookups.isEmpty())
                && (!keeps || !isHeldUp() && !goesOnAfterFailure(frame.visit().body()))
                && !transitions.mayStay();
    }

    /** The variable, or what a round has made of it when the loop asks behind. */
    private boolean isState(Value value, Value.Join state) {
        return variable.contains(value)
                || value instanceof Value.Result result
                        && !result.call().isAllocation()
                        && state.ways().contains(value);
    }

    /** Whether an answer decides that the state stays what it is. */
    private boolean isHeldUp() {
        return variable.stream()
                .flatMap(j -> ((Value.Join) j).deciders().stream())
                .anyMatch(d -> Asked.by(d).variables().stream().noneMatch(variable::contains));
    }

    /** Whether a round that fails before it comes to the next state is followed by another one. */
    private boolean goesOnAfterFailure(Body body) {
        Walk everywhere = new Walk(s -> false, c -> true, s -> true);
        return body.sites().stream()
                .filter(loop::encloses)
                .flatMap(s -> s.context().tries().stream())
                .flatMap(t -> t.handlers().stream())
                .anyMatch(h -> body.flow().from(h, everywhere).stream().anyMatch(loop::encloses));
    }

    /** Collects what is assigned to the state; false if that is anything but a state. */
    private boolean collect(Value.Join state, CallFrame frame, Transitions transitions) {
        Deque<Next> open = new ArrayDeque<>();
        variable.add(state);
        ways(state, frame, w -> true, transitions, open);
        int looked = 0;
        while (!open.isEmpty()) {
            Next next = open.poll();
            Value value = next.at().value();
            if (looked++ > MOST) {
                return false;
            }
            Optional<Located> content = content(next.at());
            if (content.isPresent()) {
                open.add(next(content.get(), next.from(), transitions));
                continue;
            }
            if (value instanceof Value.Join join) {
                keeps |= join == state;
                variable.add(join);
                if (seen.add(next.at())) {
                    ways(
                            join,
                            next.at().frame(),
                            w -> !transitions.stays(join, w, next.at().frame()),
                            transitions,
                            open);
                }
            } else if (state(value).isPresent()) {
                assigned.merge(state(value).get(), 1, Integer::sum);
                assignments++;
                transitions.add(value, next.from());
            } else if (!(value instanceof Value.Result result)) {
                Optional<Located> given = trail.before(next.at());
                if (given.isEmpty()) {
                    return false;
                }
                open.add(new Next(given.get(), next.from()));
            } else if (!enter(result.call(), next.at().frame(), open, transitions)) {
                lookups.add(next.at());
            }
        }
        return true;
    }

    /** What an optional has, or an object that has the state in it. */
    private Optional<Located> content(Located at) {
        if (!(at.value() instanceof Value.Result result)) {
            return Optional.empty();
        }
        return Optionals.content(result.call())
                .map(v -> new Located(v, at.frame()))
                .or(() -> box.filter(b -> result.call().isAllocation()
                                && b.owner().equals(result.call().target().owner()))
                        .flatMap(b -> trail.ofField(b, at, at.frame())));
    }

    private void ways(Value.Join join, CallFrame at, IntPredicate changing, Transitions transitions, Deque<Next> open) {
        for (int way = 0; way < join.ways().size(); way++) {
            if (changing.test(way)) {
                open.add(next(new Located(join.ways().get(way), at), transitions.at(join, way, at), transitions));
            }
        }
    }

    /** What code makes or names, it does in a state, too. */
    private static Next next(Located at, Predicate<Known> from, Transitions transitions) {
        Value value = at.value();
        Optional<Site> site = Optional.empty();
        if (value instanceof Value.FieldValue field) {
            site = Optional.of(field.read());
        } else if (value instanceof Value.Function function) {
            site = Optional.of(function.creation());
        } else if (value instanceof Value.Result result) {
            site = Optional.of(result.call());
        }
        return new Next(at, site.map(s -> transitions.at(s, at.frame())).orElse(from));
    }

    /** A constant, a function, or an object of a class that stands for a state. */
    private static Optional<Object> state(Value value) {
        if (value instanceof Value.Constant || value instanceof Value.Null) {
            return Optional.of(value);
        }
        if (value instanceof Value.FieldValue field && field.read().receiver().isEmpty()) {
            return Optional.of(field.read().field());
        }
        if (value instanceof Value.Function function) {
            return Optional.of(function.creation().implementation());
        }
        return value instanceof Value.Result result && result.call().isAllocation()
                ? Optional.of(result.call().target().owner())
                : Optional.empty();
    }

    /** A method that gives the next state. */
    private boolean enter(Site.Call call, CallFrame frame, Deque<Next> open, Transitions transitions) {
        List<Edge> edges = trail.calls(call, frame);
        if (edges.isEmpty() || DurableSdk.operation(call.target(), program).isPresent()) {
            return false;
        }
        for (Edge edge : edges) {
            CallFrame callee = trail.enter(edge, frame);
            if (frame.runs(edge.callee()) || !seen.add(callee)) {
                return false;
            }
            for (Site.Return exit : edge.callee().returns().toList()) {
                exit.value()
                        .map(Value::settled)
                        .filter(v -> !transitions.stays(exit, v, callee))
                        .ifPresent(
                                v -> open.add(next(new Located(v, callee), transitions.at(exit, callee), transitions)));
            }
        }
        return true;
    }
}
