package dev.replaylint.durable;

import dev.replaylint.durable.Edge.Bound;
import dev.replaylint.durable.OperationNode.Recursion.Depth;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Context;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what ends a recursion from what the method is given when it is called again. */
final class Depths {

    private static final Set<String> STEPS = Set.of("+", "-", "++", "--", "+=", "-=");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");
    private static final int DEEPEST = 8;

    private final Program program;
    private final ValueTrail trail;

    Depths(Program program, ValueTrail trail) {
        this.program = program;
        this.trail = trail;
    }

    /** What ends the recursion that an edge out of a frame closes. */
    Depth of(Edge edge, CallFrame frame) {
        List<Value> given = Stream.concat(
                        edge.receiver().stream(), edge.arguments().stream().flatMap(a -> a.stream()))
                .filter(b -> b.visit() == frame.visit())
                .map(Bound::value)
                .map(Value::settled)
                .toList();
        if (given.stream().anyMatch(v -> counts(v, edge))) {
            return Depth.COUNTED;
        }
        return given.stream().anyMatch(v -> isElement(v, frame) || isPart(v, frame)) ? Depth.DATA : Depth.OPEN;
    }

    private static boolean counts(Value value, Edge edge) {
        return value instanceof Value.Derived next
                && STEPS.contains(next.operator())
                && edge.site().context().conditions().stream()
                        .map(Context.Condition::value)
                        .anyMatch(c -> compares(c.settled(), next));
    }

    private static boolean compares(Value condition, Value.Derived next) {
        return condition instanceof Value.Derived test
                && COMPARISONS.contains(test.operator())
                && test.operands().stream()
                        .map(Value::settled)
                        .anyMatch(o -> o.equals(next)
                                || next.operands().stream().map(Value::settled).anyMatch(o::equals));
    }

    /** One of several things: the other calls get the others. */
    private boolean isElement(Value value, CallFrame frame) {
        if (value instanceof Value.Result result) {
            return result.call().target().name().equals("next")
                    && program.isSubtype(result.call().target().owner(), "java.util.Iterator");
        }
        return value instanceof Value.Element || value instanceof Value.Parameter p && isOwn(p.index(), frame);
    }

    /** Whether a function is given it anew each time, and it is no context. */
    private boolean isOwn(int parameter, CallFrame frame) {
        BodyShape shape = frame.visit().body().shape();
        List<String> types = Descriptors.parameters(frame.visit().body().key().descriptor());
        return shape.kind() == BodyShape.Kind.LAMBDA
                && parameter >= shape.captured()
                && !DurableSdk.isContext(Descriptors.className(types.get(parameter)), program);
    }

    /** A part of what the method was given itself. */
    private boolean isPart(Value value, CallFrame frame) {
        boolean asked = value instanceof Value.Result || value instanceof Value.FieldValue;
        if (!asked || !isWithin(value, DEEPEST)) {
            return false;
        }
        Answers answers = Answers.flowing(program, trail);
        answers.collect(value, frame);
        return answers.found().isEmpty();
    }

    private static boolean isWithin(Value value, int depth) {
        if (depth == 0) {
            return false;
        }
        if (value instanceof Value.FieldValue field) {
            return field.read()
                    .receiver()
                    .filter(r -> isGiven(r) || isWithin(r.settled(), depth - 1))
                    .isPresent();
        }
        return value instanceof Value.Result result
                && !result.call().isAllocation()
                && result.call()
                        .receiver()
                        .filter(r -> isGiven(r) || isWithin(r.settled(), depth - 1))
                        .isPresent();
    }

    private static boolean isGiven(Value value) {
        return value.settled() instanceof Value.Parameter || value.settled() == Value.This.THIS;
    }
}
