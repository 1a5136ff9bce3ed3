package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Loops over a state where each state leads to a later one: {@code while (state != DONE) state = switch (state) …}. A way back to a
 * state would assign it a second time: from before the circle, or at the start, and from within it.
 */
public final class States {

    private static final int MOST = 200;
    private static final Set<String> COMPARING =
            Set.of("==", "!=", "[]", "ordinal", "equals", "hashCode", "instanceof");

    private static final Set<Object> FLAGS = Set.of(true, false, 0, 1);

    private final Context.Loop loop;
    private final Program program;
    private final ValueTrail trail;
    private final Set<Value> variable = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> sites = new HashSet<>();
    private final Map<Object, Integer> assigned = new HashMap<>();

    /** Calls whose code is not at hand: tables may tell what they find. */
    private final List<Located> lookups = new ArrayList<>();

    private boolean keeps;
    private int assignments;

    private States(Context.Loop loop, Program program, ValueTrail trail) {
        this.loop = loop;
        this.program = program;
        this.trail = trail;
    }

    /** Whether the loop ends because it goes through its states. */
    public static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        return loop.exits().stream()
                .flatMap(e -> tested(e).stream())
                .anyMatch(j -> new States(loop, program, trail).isThrough(j, frame));
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

    /** The variables that a condition asks. */
    private static Set<Value.Join> tested(Value condition) {
        Set<Value.Join> found = new LinkedHashSet<>();
        Set<Value> seen = new HashSet<>();
        Deque<Value> open = new ArrayDeque<>(List.of(condition.settled()));
        while (!open.isEmpty()) {
            Value next = open.poll().settled();
            if (next instanceof Value.Join join) {
                found.add(join);
            } else if (seen.add(next)) {
                open.addAll(parts(next));
            }
        }
        return found;
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
        Transitions transitions = new Transitions(loop, new StateTests(frame, program, trail, v -> isState(v, state)));
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
                && (!keeps || !isHeldUp())
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
                .anyMatch(d -> tested(d).stream().noneMatch(variable::contains));
    }

    /** Collects what is assigned to the state; false if that is anything but a state. */
    private boolean collect(Value.Join state, CallFrame frame, Transitions transitions) {
        Deque<Located> open = new ArrayDeque<>();
        variable.add(state);
        state.ways().forEach(w -> open.add(new Located(w, frame)));
        int looked = 0;
        while (!open.isEmpty()) {
            Located next = open.poll();
            if (looked++ > MOST) {
                return false;
            }
            if (next.value() instanceof Value.Join join) {
                keeps |= join == state;
                if (variable.add(join)) {
                    IntStream.range(0, join.ways().size())
                            .filter(w -> !transitions.stays(join, w, next.frame()))
                            .forEach(w -> open.add(new Located(join.ways().get(w), next.frame())));
                }
            } else if (state(next.value()).isPresent()) {
                assign(next.value(), state(next.value()).get());
                assignments++;
                transitions.add(next.value(), next.frame());
            } else if (!(next.value() instanceof Value.Result result)) {
                return false;
            } else if (!enter(result.call(), next.frame(), open, transitions)) {
                lookups.add(next);
            }
        }
        return true;
    }

    private void assign(Value value, Object state) {
        boolean again = value instanceof Value.FieldValue read && !sites.add(read.read())
                || value instanceof Value.Result made && !sites.add(made.call());
        assigned.merge(state, again ? 0 : 1, Integer::sum);
    }

    /** A constant, or an object of a class that stands for a state. */
    private static Optional<Object> state(Value value) {
        if (value instanceof Value.Constant || value instanceof Value.Null) {
            return Optional.of(value);
        }
        if (value instanceof Value.FieldValue field && field.read().receiver().isEmpty()) {
            return Optional.of(field.read().field());
        }
        return value instanceof Value.Result result && result.call().isAllocation()
                ? Optional.of(result.call().target().owner())
                : Optional.empty();
    }

    /** A method that gives the next state. */
    private boolean enter(Site.Call call, CallFrame frame, Deque<Located> open, Transitions transitions) {
        List<Edge> edges = trail.calls(call, frame);
        if (edges.isEmpty() || DurableSdk.operation(call.target(), program).isPresent()) {
            return false;
        }
        for (Edge edge : edges) {
            if (frame.runs(edge.callee()) || !sites.add(edge)) {
                return false;
            }
            CallFrame callee = trail.enter(edge, frame);
            for (Site.Return exit : edge.callee().returns().toList()) {
                exit.value()
                        .map(Value::settled)
                        .filter(v -> !transitions.stays(exit, v, callee))
                        .ifPresent(v -> open.add(new Located(v, callee)));
            }
        }
        return true;
    }
}
