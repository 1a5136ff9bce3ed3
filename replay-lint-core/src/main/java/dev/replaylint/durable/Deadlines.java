package dev.replaylint.durable;

import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;
import java.util.Set;

/** Loops that wait in each round, and end when it is late enough: {@code while (now.isBefore(deadline)) …}, be the time read in a step. */
final class Deadlines {

    private static final Set<String> COMPARING = Set.of("isBefore", "isAfter", "compareTo");
    private static final String TIMES = "java.time.";

    private Deadlines() {}

    static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        return loop.exits().stream().anyMatch(e -> comparesTimes(e.settled()))
                && new RoundCode(loop, frame, program, trail)
                        .sites(Site.Call.class).stream()
                                .anyMatch(c -> DurableSdk.operation(c.target(), program)
                                        .equals(Optional.of(OperationKind.WAIT)));
    }

    private static boolean comparesTimes(Value condition) {
        if (condition instanceof Value.Derived test) {
            return test.operands().stream().anyMatch(o -> comparesTimes(o.settled()));
        }
        return condition instanceof Value.Result result
                && COMPARING.contains(result.call().target().name())
                && result.call().target().owner().startsWith(TIMES);
    }
}
