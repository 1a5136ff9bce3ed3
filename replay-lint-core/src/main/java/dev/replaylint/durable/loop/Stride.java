package dev.replaylint.durable.loop;

import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Decision;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/**
 * By how much a variable changes in each round of a loop.
 *
 * @param by the number; if the code does not show it, one with its sign
 * @param open what the number is then
 * @param more whether it may also be more, so that the variable may leave out numbers
 * @param cap what the variable is in place of that if it is less far: in {@code Math.min(level + 1, said)} the second
 */
record Stride(long by, Optional<Value> open, boolean more, Optional<Value> cap) {

    private static final int DEEPEST = 8;

    /** What leads from a variable to its next value, if that is a step up or down. */
    static Optional<Stride> of(Value next, Value.Join variable, Effects effects) {
        Value settled = next.settled();
        if (settled instanceof Value.Derived computed) {
            return of(computed, variable, effects);
        }
        // `to = Math.min(from + 25, size)` is cut short in the last round only.
        return Numbers.among(settled, Sizing.SMALLEST, effects)
                .flatMap(candidates -> least(candidates, variable, effects))
                .or(() -> atLeast(settled, variable, effects));
    }

    private static Optional<Stride> least(List<Value> candidates, Value.Join variable, Effects effects) {
        Optional<Stride> step = candidates.stream()
                .flatMap(c -> of(c, variable, effects).stream())
                .findFirst();
        Optional<Value> cap = candidates.stream()
                .map(Value::settled)
                .filter(c -> !(c instanceof Value.Constant)
                        && of(c, variable, effects).isEmpty())
                .findFirst();
        return step.map(s -> s.by > 0 ? new Stride(s.by, s.open, s.more, cap) : s);
    }

    /** A step up, or further: {@code level = Math.max(level + 1, said)}. */
    private static Optional<Stride> atLeast(Value next, Value.Join variable, Effects effects) {
        return Numbers.among(next, Sizing.GREATEST, effects)
                .flatMap(candidates -> candidates.stream()
                        .flatMap(c -> of(c, variable, effects).stream())
                        .filter(s -> s.by > 0 && s.open.isEmpty())
                        .findFirst()
                        .map(Stride::orMore));
    }

    /** The same, of one of several values each of which is such a step: the least. */
    static Optional<Stride> onEachWay(Value next, Value.Join variable, Effects effects) {
        return onEachWay(next.settled(), variable, effects, DEEPEST);
    }

    private static Optional<Stride> onEachWay(Value next, Value.Join variable, Effects effects, int depth) {
        if (!(next instanceof Value.Join join)) {
            return of(next, variable, effects);
        }
        Optional<Stride> least = Optional.empty();
        for (Value way : depth == 0 || join == variable ? List.<Value>of() : join.ways()) {
            Optional<Stride> by = onEachWay(way, variable, effects, depth - 1);
            least = by.isEmpty() || least.isEmpty() ? by : least.get().orLess(by.get());
            if (least.isEmpty()) {
                return least;
            }
        }
        return least;
    }

    /** The one of two that takes less on; none if they lead in different directions, or the code does not show how far. */
    Optional<Stride> orLess(Stride other) {
        if (equals(other)) {
            return Optional.of(this);
        }
        boolean comparable = open.isEmpty()
                && other.open.isEmpty()
                && cap.isEmpty()
                && other.cap.isEmpty()
                && Long.signum(by) == Long.signum(other.by);
        Stride less = Math.abs(by) <= Math.abs(other.by) ? this : other;
        return comparable ? Optional.of(more || other.more ? less.orMore() : less) : Optional.empty();
    }

    private static Optional<Stride> of(Value.Derived next, Value.Join variable, Effects effects) {
        String operator = next.operator();
        if (next.operands().size() == 1) {
            boolean own = next.operands().get(0).settled() == variable;
            return own && operator.equals("++")
                    ? Optional.of(fixed(1))
                    : own && operator.equals("--") ? Optional.of(fixed(-1)) : Optional.empty();
        }
        Value left = next.operands().get(0).settled();
        Value right = next.operands().get(1).settled();
        return switch (operator) {
            case "+", "+=" ->
                left == variable
                        ? Optional.of(by(right, variable, effects))
                        : right == variable ? Optional.of(by(left, variable, effects)) : Optional.empty();
            case "-", "-=" ->
                left == variable ? Optional.of(by(right, variable, effects).turned()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Stride fixed(long by) {
        return new Stride(by, Optional.empty(), false, Optional.empty());
    }

    private Stride orMore() {
        return new Stride(by, open, true, cap);
    }

    private static Stride by(Value amount, Value.Join variable, Effects effects) {
        return number(amount)
                .or(() -> limited(amount, variable, effects))
                .map(Stride::fixed)
                .or(() -> least(amount, effects).map(n -> fixed(n).orMore()))
                .orElseGet(() -> new Stride(1, Optional.of(amount), false, Optional.empty()));
    }

    /** A number that is no smaller than this: {@code Math.max(1, cost)}. */
    private static Optional<Long> least(Value amount, Effects effects) {
        if (amount.settled() instanceof Value.Join join) {
            return least(join);
        }
        return Numbers.among(amount, Sizing.GREATEST, effects)
                .flatMap(candidates -> candidates.stream()
                        .flatMap(c -> number(c.settled()).stream())
                        .filter(n -> n > 0)
                        .findFirst());
    }

    /** The least that a number is on its ways, each of which is only taken if it is that much: {@code used > 0 ? used : 1}. */
    private static Optional<Long> least(Value.Join join) {
        long least = Long.MAX_VALUE;
        for (int way = 0; way < join.ways().size(); way++) {
            Value value = join.ways().get(way);
            long most = number(value).orElse(0L);
            for (Decision decision : join.decisions()) {
                for (int outcome : decision.outcomes().keySet()) {
                    if (decision.only(outcome, way)) {
                        most = Math.max(most, least(decision.value().settled(), outcome == 0, value));
                    }
                }
            }
            least = Math.min(least, most);
        }
        return least > 0 ? Optional.of(least) : Optional.empty();
    }

    /** The least that a number is where a condition holds or does not; zero, if that does not say. */
    private static long least(Value condition, boolean holds, Value asked) {
        if (!(condition instanceof Value.Derived test) || test.operands().size() != 2) {
            return 0;
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        boolean first = SameValue.test(left, asked);
        String operator = first ? test.operator() : Exclusion.turned(test.operator());
        long bound = first || SameValue.test(right, asked)
                ? number(first ? right : left).orElse(-1L)
                : -1;
        boolean more = operator.equals(holds ? ">" : "<=");
        return more ? bound + 1 : operator.equals(holds ? ">=" : "<") ? bound : 0;
    }

    /** A number, but no more than is left: {@code Math.min(left, 100)} or {@code left > 100 ? 100 : left}. */
    private static Optional<Long> limited(Value amount, Value.Join variable, Effects effects) {
        List<Value> candidates = amount instanceof Value.Join join
                ? join.operands()
                : Numbers.among(amount, Sizing.SMALLEST, effects).orElse(List.of());
        boolean left = candidates.stream().anyMatch(c -> c.settled() == variable);
        return left && candidates.size() == 2
                ? candidates.stream().flatMap(c -> number(c.settled()).stream()).findFirst()
                : Optional.empty();
    }

    private static Optional<Long> number(Value value) {
        return value instanceof Value.Constant c && c.constant() instanceof Number n && isWhole(n)
                ? Optional.of(n.longValue())
                : Optional.empty();
    }

    private static boolean isWhole(Number number) {
        return !(number instanceof Double) && !(number instanceof Float);
    }

    private Stride turned() {
        return new Stride(-by, open, more, cap);
    }
}
