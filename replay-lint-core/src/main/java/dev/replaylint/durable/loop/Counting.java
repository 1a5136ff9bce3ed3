package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A variable that starts somewhere and is taken a step on each time round, and the comparison that ends the loop.
 *
 * @param start what it is before the first round
 * @param stride by how much it changes
 * @param bound what it is compared with
 * @param closed whether a round is also run for the bound itself
 * @param next whether not the variable is compared, but what it becomes
 */
record Counting(Value start, Stride stride, Value bound, boolean closed, boolean next) {

    private static final int DEEPEST = 8;
    private static final Value ZERO = new Value.Constant(0);
    private static final Set<String> CLOSED_UP = Set.of("<=", ">");
    private static final Set<String> CLOSED_DOWN = Set.of(">=", "<");
    static final Set<String> SINGLE = Set.of("==", "!=");
    static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    /** The counting that a condition of a loop tests, if it is one. */
    static Optional<Counting> of(Value condition, Effects effects) {
        Value settled = condition.settled();
        if (!(settled instanceof Value.Derived test)
                || !COMPARISONS.contains(test.operator())
                || test.operands().size() != 2) {
            // Class files compare with zero without a zero (JVMS 6.5, ifeq).
            return of(settled, ZERO, "!=", effects);
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        return of(left, right, test.operator(), effects)
                .or(() -> of(right, left, Exclusion.turned(test.operator()), effects));
    }

    private static Optional<Counting> of(Value counter, Value bound, String operator, Effects effects) {
        Optional<Counting> itself =
                counter instanceof Value.Join join ? of(join, bound, operator, false, effects) : Optional.empty();
        // `++i < n` compares what the counter becomes.
        return itself.or(() -> before(counter)
                .filter(v -> Stride.onEachWay(counter, v, effects).isPresent())
                .flatMap(v -> of(v, bound, operator, true, effects)));
    }

    /** The variable that a value takes on, if it is one. */
    private static Optional<Value.Join> before(Value next) {
        Value first = next;
        for (int depth = 0; depth < DEEPEST && first instanceof Value.Join join; depth++) {
            first = join.ways().stream().findFirst().orElse(Value.Unknown.UNKNOWN);
        }
        return first instanceof Value.Derived computed
                        && !computed.operands().isEmpty()
                        && computed.operands().get(0).settled() instanceof Value.Join variable
                ? Optional.of(variable)
                : Optional.empty();
    }

    private static Optional<Counting> of(Value.Join join, Value bound, String operator, boolean next, Effects effects) {
        Optional<Stride> stride = Optional.empty();
        Optional<Value> start = Optional.empty();
        for (Value way : join.ways()) {
            Optional<Stride> by = Stride.onEachWay(way, join, effects);
            // A round may leave it as it is (`if (answer) continue; i++;`), or start again.
            if (by.isEmpty() && (way == join || start.isPresent())) {
                return Optional.empty();
            }
            Optional<Stride> before = stride;
            stride =
                    by.isEmpty() ? before : before.isEmpty() ? by : before.get().orLess(by.get());
            if (before.isPresent() && stride.isEmpty()) {
                return Optional.empty();
            }
            start = by.isEmpty() ? Optional.of(way) : start;
        }
        if (stride.isEmpty() || start.isEmpty() || stride.get().by() == 0) {
            return Optional.empty();
        }
        // `left != 0` waits for a number that may be left out.
        if (stride.get().more() && SINGLE.contains(operator)) {
            return Optional.empty();
        }
        boolean closed = (stride.get().by() > 0 ? CLOSED_UP : CLOSED_DOWN).contains(operator);
        Value end = coming(bound, stride.get().by(), effects);
        return Optional.of(new Counting(start.get(), stride.get(), end, closed, next));
    }

    /** Of a bound that comes nearer itself, as in {@code i < j; i++, j--}, where it starts. */
    private static Value coming(Value bound, long step, Effects effects) {
        if (!(bound.settled() instanceof Value.Join join)) {
            return bound;
        }
        List<Value> starts = new ArrayList<>();
        for (Value operand : join.operands()) {
            Optional<Stride> by = Stride.of(operand, join, effects);
            if (by.isEmpty()) {
                starts.add(operand.settled());
            } else if (by.get().by() > 0 == step > 0) {
                return bound;
            }
        }
        return starts.size() == 1 ? starts.get(0) : bound;
    }

    /** By how much it changes, or one with the sign of that. */
    long step() {
        return stride.by();
    }

    /** The same by a step of this size. */
    Counting by(long size) {
        return new Counting(
                start,
                new Stride(stride.by() * size, Optional.empty(), stride.more(), stride.cap()),
                bound,
                closed,
                next);
    }

    /** How far the end is from the start, if it is that start and a number: {@code i < first + 5}. */
    Optional<Long> distance() {
        return bound.settled() instanceof Value.Derived sum
                        && sum.operator().equals("+")
                        && sum.operands().size() == 2
                        && SameValue.test(sum.operands().get(0), start)
                        && sum.operands().get(1).settled() instanceof Value.Constant c
                        && c.constant() instanceof Integer number
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    /** How often the loop runs between two numbers. */
    long rounds(long from, long to) {
        long way = (step() > 0 ? to - from : from - to) + (closed ? 1 : 0);
        long width = Math.abs(step());
        return Math.max(0, (way + width - 1) / width);
    }
}
