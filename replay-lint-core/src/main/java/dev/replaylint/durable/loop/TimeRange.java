package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * Loops over dates and times: {@code for (day = from; !day.isAfter(to); day = day.plusDays(1))}, be it with a helper for the next day,
 * or with a calendar that each round moves on.
 *
 * @param start what the variable is before the first round
 * @param bound what it is compared with
 * @param next what a round makes it of
 */
record TimeRange(Value start, Value bound, List<Value> next) {

    private static final String TIMES = "java.time.";
    private static final List<String> DATES =
            List.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar");

    /** The span that a condition of a loop tests, if it is one. */
    static Optional<TimeRange> of(Value condition, Context.Loop loop, Body body) {
        Value settled = condition.settled();
        if (settled instanceof Value.Derived test) {
            return test.operands().stream()
                    .flatMap(o -> of(o, loop, body).stream())
                    .findFirst();
        }
        if (settled instanceof Value.Result result
                && isOfTimes(result.call())
                && result.call().arguments().size() == 1) {
            Value left = result.call().receiver().orElseThrow().settled();
            Value right = result.call().arguments().get(0).settled();
            return between(left, right)
                    .or(() -> between(right, left))
                    .or(() -> moved(left, right, loop, body))
                    .or(() -> moved(right, left, loop, body));
        }
        return Optional.empty();
    }

    /** The variable is, after a round, what a call makes of itself. */
    private static Optional<TimeRange> between(Value variable, Value bound) {
        if (!(variable instanceof Value.Join join)) {
            return Optional.empty();
        }
        List<Value> next =
                join.operands().stream().filter(o -> moves(o.settled(), join)).toList();
        return join.operands().stream()
                .filter(o -> !next.isEmpty() && !next.contains(o))
                .map(start -> new TimeRange(start.settled(), bound, next))
                .findFirst();
    }

    private static boolean moves(Value next, Value.Join variable) {
        return next instanceof Value.Result result
                && Operands.all(result.call()).stream().anyMatch(v -> v.settled() == variable);
    }

    /** The object is another time after a round: {@code calendar.add(Calendar.DATE, 1)}. */
    private static Optional<TimeRange> moved(Value variable, Value bound, Context.Loop loop, Body body) {
        Value calendar = isRead(variable)
                ? ((Value.Result) variable).call().receiver().orElseThrow().settled()
                : variable;
        List<Value> by = body.sites(Site.Call.class)
                .filter(c -> isOfTimes(c) && c.target().name().matches("add|roll|set.*"))
                .filter(c -> c.receiver().orElseThrow().settled().equals(calendar))
                .filter(loop::encloses)
                .flatMap(c -> c.arguments().stream())
                .toList();
        return by.isEmpty() ? Optional.empty() : Optional.of(new TimeRange(calendar, bound, by));
    }

    /** Whether a value is what a calendar shows now. */
    private static boolean isRead(Value value) {
        return value instanceof Value.Result result
                && isOfTimes(result.call())
                && result.call().arguments().isEmpty();
    }

    private static boolean isOfTimes(Site.Call call) {
        String owner = call.target().owner();
        return call.receiver().isPresent() && (owner.startsWith(TIMES) || DATES.contains(owner));
    }
}
