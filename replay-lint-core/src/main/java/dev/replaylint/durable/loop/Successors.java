package dev.replaylint.durable.loop;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loops that go from one thing to the one after it: {@code for (Node n = first; n != null; n = n.next())}, the levels of an escalation,
 * an optional successor, the next constant of an enum. What is gone through ends them, as it does with a collection, unless what comes next is answered outside of the
 * code at hand. Numbers and times are left to {@link Progress}.
 */
final class Successors {

    private static final int DEEPEST = 6;

    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;
    private final Effects effects;

    private Successors(CallFrame frame, Program program, ValueTrail trail, Effects effects) {
        this.frame = frame;
        this.program = program;
        this.trail = trail;
        this.effects = effects;
    }

    /** Whether a condition that no operation of the loop decides asks for something that each round replaces by what comes after it. */
    static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail, Effects effects) {
        Successors successors = new Successors(frame, program, trail, effects);
        return loop.exits().stream()
                .filter(e -> !Answers.decide(List.of(e), loop, frame, program, trail))
                .flatMap(e -> successors.asked(e, DEEPEST))
                .anyMatch(successors::isReplaced);
    }

    /** The variables that a condition is on. */
    private Stream<Value.Join> asked(Value condition, int depth) {
        Value settled = condition.settled();
        if (depth == 0) {
            return Stream.empty();
        }
        if (settled instanceof Value.Join join) {
            return Stream.of(join);
        }
        if (settled instanceof Value.Derived test) {
            return test.operands().stream().flatMap(o -> asked(o, depth - 1));
        }
        return settled instanceof Value.Result result && isKnown(result.call(), frame, DEEPEST)
                ? Operands.all(result.call()).stream().flatMap(o -> asked(o, depth - 1))
                : Stream.empty();
    }

    private boolean isReplaced(Value.Join variable) {
        return !variable.keeps() && variable.operands().stream().anyMatch(o -> isAfter(o, variable, DEEPEST));
    }

    /** Whether a value is what comes after the variable's, and never that one itself. */
    private boolean isAfter(Value value, Value.Join variable, int depth) {
        Value settled = value.settled();
        if (depth == 0 || settled == variable) {
            return false;
        }
        if (settled instanceof Value.Join join) {
            return join.operands().stream().noneMatch(o -> o.settled() == variable)
                    && join.operands().stream().anyMatch(o -> isAfter(o, variable, depth - 1));
        }
        if (settled instanceof Value.FieldValue field) {
            return field.read().receiver().filter(r -> isOf(r, variable, depth)).isPresent();
        }
        if (settled instanceof Value.Derived element && element.operator().equals("[]")) {
            return isConstant(element.operands().get(0))
                    && isPlaceAfter(element.operands().get(1), variable, depth);
        }
        return settled instanceof Value.Result result
                && !Progress.isOfNumbers(result.call())
                && Operands.all(result.call()).stream().anyMatch(o -> isOf(o, variable, depth))
                && isKnown(result.call(), frame, DEEPEST);
    }

    /** Whether a value is one of the constants that an enum lists. */
    private boolean isConstant(Value element) {
        if (!(element instanceof Value.Element in)) {
            return false;
        }
        Located array = new Located(in.array(), frame);
        return isOfEnum(array.value(), "values")
                || trail.before(array)
                        .filter(l -> isOfEnum(l.value(), "values"))
                        .isPresent();
    }

    private boolean isOfEnum(Value value, String method) {
        return value instanceof Value.Result result
                && result.call().target().name().equals(method)
                && program.isSubtype(result.call().target().owner(), "java.lang.Enum");
    }

    /** Whether a number is so far from the place of the variable's constant: {@code level.ordinal() + 1}. */
    private boolean isPlaceAfter(Value index, Value.Join variable, int depth) {
        return index.settled() instanceof Value.Derived sum
                && (sum.operator().equals("+") || sum.operator().equals("-"))
                && sum.operands().size() == 2
                && isOfEnum(sum.operands().get(0).settled(), "ordinal")
                && sum.operands().get(1) instanceof Value.Constant
                && isOf(
                        ((Value.Result) sum.operands().get(0).settled())
                                .call()
                                .receiver()
                                .orElseThrow(),
                        variable,
                        depth);
    }

    private boolean isOf(Value value, Value.Join variable, int depth) {
        return value.settled() == variable || isAfter(value, variable, depth - 1);
    }

    /** Whether a call answers from what it is given: code at hand that asks nobody, accessors without code, and the platform. */
    private boolean isKnown(Site.Call call, CallFrame at, int depth) {
        if (depth == 0
                || effects.effect(call.target())
                        .filter(e -> e.fact() != Effect.PURE)
                        .isPresent()) {
            return false;
        }
        List<Edge> edges = trail.calls(call, at);
        if (edges.isEmpty()) {
            return call.target().isOfPlatform() || isAccessor(call);
        }
        return edges.stream()
                .filter(e -> !at.runs(e.callee()))
                .map(e -> trail.enter(e, at))
                .allMatch(callee ->
                        callee.visit().body().sites(Site.Call.class).allMatch(c -> isKnown(c, callee, depth - 1)));
    }

    /** What is generated has no code; what an interface leaves open may ask anybody. */
    private boolean isAccessor(Site.Call call) {
        return program.isProject(call.target().owner())
                && program.type(call.target().owner())
                        .filter(t -> !t.isInterface())
                        .isPresent();
    }
}
