package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loops that wait in each round, and end when it is late enough: {@code while (now.isBefore(deadline)) …}, be the time read in a step. */
final class Deadlines {

    private static final Set<String> COMPARING = Set.of("isBefore", "isAfter", "compareTo");
    private static final String TIMES = "java.time.";

    /** Methods that call each other for one answer. */
    private static final int DEEPEST = 3;

    private Deadlines() {}

    static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        return loop.exits().stream().anyMatch(e -> comparesTimes(e.settled(), frame, trail, DEEPEST))
                && new RoundCode(loop, frame, program, trail)
                        .sites(Site.Call.class).stream()
                                .anyMatch(c -> DurableSdk.operation(c.target(), program)
                                        .equals(Optional.of(OperationKind.WAIT)));
    }

    private static boolean comparesTimes(Value condition, CallFrame frame, ValueTrail trail, int depth) {
        if (condition instanceof Value.Derived test) {
            return test.operands().stream().anyMatch(o -> comparesTimes(o.settled(), frame, trail, depth));
        }
        // `return !now.isBefore(end)` gives one of two constants.
        if (condition instanceof Value.Join join && depth < DEEPEST) {
            return depth > 0
                    && join.deciders().stream().anyMatch(d -> comparesTimes(d.settled(), frame, trail, depth - 1));
        }
        return condition instanceof Value.Result result
                && (COMPARING.contains(result.call().target().name())
                                && result.call().target().owner().startsWith(TIMES)
                        || depth > 0 && isDeadline(result.call(), frame, trail, depth - 1));
    }

    /** Whether the code that is called compares times for the answer, as an object does that keeps the deadline. */
    private static boolean isDeadline(Site.Call call, CallFrame frame, ValueTrail trail, int depth) {
        List<Edge> edges = trail.calls(call, frame);
        return !edges.isEmpty()
                && edges.stream().allMatch(e -> {
                    CallFrame callee = trail.enter(e, frame);
                    return !frame.runs(e.callee())
                            && e.callee().returned().anyMatch(v -> comparesTimes(v.settled(), callee, trail, depth));
                });
    }
}
