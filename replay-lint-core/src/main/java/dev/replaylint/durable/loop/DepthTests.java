package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Edge.Bound;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether conditions ask for numbers that a recursion counts, be it in a method that is handed them. */
public final class DepthTests {

    private static final int DEEPEST = 12;

    private static final String FILTER = "filter";

    private final List<Located> numbers;
    private final Program program;
    private final ValueTrail trail;
    private final Set<Located> seen = new HashSet<>();

    /** Of numbers where they are counted, and where a function took them from that counts. */
    public DepthTests(List<Located> numbers, Program program, ValueTrail trail) {
        this.numbers = numbers;
        this.program = program;
        this.trail = trail;
    }

    /** Whether a condition of the method that counts asks for one, or one of a method around the function that does. */
    public boolean ask(Condition condition, CallFrame frame) {
        return asks(condition.value().settled(), frame, Optional.empty(), DEEPEST);
    }

    /** Whether a method that is handed one throws, depending on it: {@code checkDepth(level)}. */
    public boolean refuse(CallFrame frame) {
        return frame.visit()
                .body()
                .sites(Site.Call.class)
                .filter(c -> c.arguments().stream().anyMatch(a -> numbers.contains(captured(a.settled(), frame))))
                .flatMap(c -> trail.calls(c, frame).stream())
                .filter(e -> e.how() == Edge.Kind.CALL && !frame.runs(e.callee()))
                .map(e -> trail.enter(e, frame))
                .anyMatch(f -> f.visit()
                        .body()
                        .sites(Site.Throw.class)
                        .flatMap(t -> t.context().conditions().stream())
                        .anyMatch(c -> asks(c.value().settled(), f, Optional.of(frame), DEEPEST)));
    }

    /** Whether one decides what goes on to a call from the calls before it: {@code token.filter(t -> left > 0).map(…)}. */
    public boolean select(Site.Call call, CallFrame frame) {
        Optional<Site.Call> before = call.receiver()
                .map(Value::settled)
                .filter(Value.Result.class::isInstance)
                .map(r -> ((Value.Result) r).call());
        return before.filter(b -> selects(b, frame) || select(b, frame)).isPresent();
    }

    private boolean selects(Site.Call call, CallFrame frame) {
        return call.target().name().equals(FILTER)
                && frame.visit().outgoing(call).stream()
                        .filter(e -> e.how() == Edge.Kind.IN_PLACE)
                        .anyMatch(e -> answers(trail.enter(e, frame), frame, DEEPEST));
    }

    /** In a method that was called for an answer, {@code helper} is the frame that the call is in. */
    private boolean asks(Value value, CallFrame at, Optional<CallFrame> helper, int depth) {
        Located asked = helper.isPresent() ? handed(new Located(value, at), helper.get()) : captured(value, at);
        // Class files compare with zero without a zero (JVMS 6.5, ifeq).
        if (numbers.contains(asked)) {
            return true;
        }
        if (depth == 0 || !seen.add(new Located(value, at))) {
            return false;
        }
        if (value instanceof Value.Result result) {
            return asks(result.call(), at, helper, depth - 1);
        }
        return parts(value).stream().anyMatch(p -> asks(p.settled(), at, helper, depth - 1));
    }

    private static List<Value> parts(Value value) {
        if (value instanceof Value.Join join) {
            return Stream.concat(join.operands().stream(), join.deciders().stream())
                    .toList();
        }
        if (value instanceof Value.FieldValue field) {
            return field.read().receiver().stream().toList();
        }
        return value instanceof Value.Derived test ? test.operands() : List.of();
    }

    /** An operation answers by itself, and a method of the project as its code says; an API call is about what it is given. */
    private boolean asks(Site.Call call, CallFrame at, Optional<CallFrame> helper, int depth) {
        if (DurableSdk.operation(call.target(), program).isPresent()) {
            return false;
        }
        List<Edge> own = trail.calls(call, at).stream()
                .filter(e -> e.how() == Edge.Kind.CALL)
                .toList();
        if (own.isEmpty()) {
            return Operands.all(call).stream().anyMatch(o -> asks(o.settled(), at, helper, depth));
        }
        CallFrame home = helper.orElse(at);
        return own.stream().filter(e -> !at.runs(e.callee())).anyMatch(e -> answers(trail.enter(e, at), home, depth));
    }

    private boolean answers(CallFrame callee, CallFrame home, int depth) {
        return callee.visit()
                .returns()
                .anyMatch(r -> r.value()
                                .filter(v -> asks(v.settled(), callee, Optional.of(home), depth))
                                .isPresent()
                        || r.context().conditions().stream()
                                .anyMatch(c -> asks(c.value().settled(), callee, Optional.of(home), depth)));
    }

    /** What a method called for an answer was handed, where it was called at first. */
    private Located handed(Located value, CallFrame home) {
        Located at = value;
        while (!home.runs(at.frame().visit())
                && (at.value() instanceof Value.Parameter || at.value() instanceof Value.This)) {
            Optional<Located> before = trail.before(at);
            if (before.isEmpty()) {
                return at;
            }
            at = before.get();
        }
        return home.runs(at.frame().visit()) ? captured(at.value(), at.frame()) : at;
    }

    /** A captured variable, where the function was made that captures it. */
    public static Located captured(Value value, CallFrame frame) {
        boolean isCaptured = value instanceof Value.Parameter p
                && isLambda(frame)
                && p.index() < frame.visit().body().shape().captured();
        Optional<Bound> bound = isCaptured
                ? frame.edge()
                        .flatMap(e -> e.argument(((Value.Parameter) value).index()))
                        .filter(b -> frame.caller()
                                .filter(c -> c.visit() == b.visit())
                                .isPresent())
                : Optional.empty();
        return bound.map(b -> captured(b.value().settled(), frame.caller().orElseThrow()))
                .orElse(new Located(value, frame));
    }

    public static boolean isLambda(CallFrame frame) {
        return frame.visit().body().shape().kind() == BodyShape.Kind.LAMBDA;
    }
}
