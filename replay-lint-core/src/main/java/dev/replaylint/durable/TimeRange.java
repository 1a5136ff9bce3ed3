package dev.replaylint.durable;

import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;

/**
 * Loops over dates and times: {@code for (day = from; !day.isAfter(to); day = day.plusDays(1))}.
 *
 * @param start what the variable is before the first round
 * @param bound what it is compared with
 */
record TimeRange(Value start, Value bound) {

    private static final String TIMES = "java.time.";

    /** The span that a condition of a loop tests, if it is one. */
    static Optional<TimeRange> of(Value condition) {
        Value settled = condition.settled();
        if (settled instanceof Value.Derived test) {
            return test.operands().stream().flatMap(o -> of(o).stream()).findFirst();
        }
        if (settled instanceof Value.Result result
                && isOfTimes(result.call())
                && result.call().arguments().size() == 1) {
            Value left = result.call().receiver().orElseThrow().settled();
            Value right = result.call().arguments().get(0).settled();
            return between(left, right).or(() -> between(right, left));
        }
        return Optional.empty();
    }

    /** The variable is, after a round, what a method of itself gives. */
    private static Optional<TimeRange> between(Value variable, Value bound) {
        if (!(variable instanceof Value.Join join)) {
            return Optional.empty();
        }
        boolean moves = join.operands().stream().anyMatch(o -> moves(o.settled(), join));
        return moves
                ? join.operands().stream()
                        .filter(o -> !moves(o.settled(), join))
                        .map(start -> new TimeRange(start.settled(), bound))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean moves(Value next, Value.Join variable) {
        return next instanceof Value.Result result
                && isOfTimes(result.call())
                && result.call().receiver().orElseThrow().settled() == variable;
    }

    private static boolean isOfTimes(Site.Call call) {
        return call.receiver().isPresent() && call.target().owner().startsWith(TIMES);
    }
}
