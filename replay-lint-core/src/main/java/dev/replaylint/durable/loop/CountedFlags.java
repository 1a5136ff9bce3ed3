package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Context;
import dev.replaylint.program.Decision;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Flags that let a loop go on only if a counter, taken a step on for that, has not come to a number yet: {@code more = !ready() && ++tries <
 * 5}, or a chain of {@code if}s that sets one in all other cases.
 */
final class CountedFlags {

    private static final int DEEPEST = 6;
    private static final Set<String> UP = Set.of(">", ">=", "==");
    private static final Set<String> DOWN = Set.of("<", "<=", "==");

    private final Effects effects;
    private final Predicate<Value> answered;

    /** {@code answered}: whether operations in the loop decide what a value is. */
    CountedFlags(Effects effects, Predicate<Value> answered) {
        this.effects = effects;
        this.answered = answered;
    }

    /** Whether one of the conditions that end the loop is on such a flag. */
    boolean end(Context.Loop loop) {
        return loop.exits().stream()
                .flatMap(e -> flags(e).stream())
                .anyMatch(f -> f.alternatives().stream()
                        .filter(Value.Constant.class::isInstance)
                        .anyMatch(c -> endsAs(f, c, DEEPEST)));
    }

    /** The flag that a condition asks, and what each round makes of it. */
    private static List<Value.Join> flags(Value condition) {
        Value asked = condition.settled();
        if (asked instanceof Value.Derived test) {
            List<Value> open = variable(test.operands());
            return open.size() == 1 ? flags(open.get(0)) : List.of();
        }
        if (!(asked instanceof Value.Join flag)) {
            return List.of();
        }
        List<Value> made = variable(flag.operands());
        // A round may leave the flag as it is, without asking the counter: `if (!answer) continue;`
        boolean keeps = flag.ways().contains(flag);
        boolean starts = made.size() == 1 && made.get(0).settled() instanceof Value.Join && !keeps;
        return starts ? List.of(flag, (Value.Join) made.get(0).settled()) : List.of(flag);
    }

    private static List<Value> variable(List<Value> values) {
        return values.stream().filter(v -> !(v instanceof Value.Constant)).toList();
    }

    /** Whether the flag is the constant on all ways but those on which the counter has further to go. */
    private boolean endsAs(Value.Join flag, Value constant, int depth) {
        List<Value> ways = flag.ways();
        boolean counts = false;
        for (int way = 0; way < ways.size(); way++) {
            Value value = ways.get(way);
            boolean before = depth == DEEPEST && isBefore(flag, way);
            if (!value.equals(constant) && !before) {
                boolean inner = value instanceof Value.Join join && depth > 0 && endsAs(join, constant, depth - 1);
                if (!inner && !hasFurtherToGo(flag, way)) {
                    return false;
                }
                counts = true;
            }
        }
        return counts;
    }

    /** Whether no branch leads to a constant: it is what the flag is before the loop. */
    private static boolean isBefore(Value.Join flag, int way) {
        return flag.ways().get(way) instanceof Value.Constant
                && flag.decisions().stream().noneMatch(d -> d.leads(0, way) || d.leads(1, way));
    }

    private boolean hasFurtherToGo(Value.Join flag, int way) {
        List<Decision> decisions = flag.decisions();
        return decisions.stream().noneMatch(d -> d.isEither(way))
                && decisions.stream()
                        .anyMatch(d -> reached(d.value())
                                .filter(r -> d.only(1 - r, way))
                                .isPresent());
    }

    /** The outcome of a test that a counter has come to its number. */
    private Optional<Integer> reached(Value condition) {
        if (!(condition.settled() instanceof Value.Derived test)
                || test.operands().size() != 2) {
            return Optional.empty();
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        return step(left)
                .filter(s -> !answered.test(right))
                .map(s -> outcome(test.operator(), s))
                .or(() -> step(right)
                        .filter(s -> !answered.test(left))
                        .map(s -> outcome(Exclusion.turned(test.operator()), s)));
    }

    /** Whether a flag can be several things when the counter of a test has come to its number: then that does not end the loop. */
    static boolean isOpenAt(Value condition, long step, Value.Join flag) {
        if (!(condition.settled() instanceof Value.Derived test)
                || test.operands().size() != 2) {
            return false;
        }
        boolean turned = test.operands().get(0).settled() instanceof Value.Constant;
        int reached = outcome(turned ? Exclusion.turned(test.operator()) : test.operator(), step);
        List<Value> ways = flag.ways();
        Set<Value> left = new HashSet<>();
        flag.decisions().stream()
                .filter(d -> d.value().equals(condition))
                .forEach(d -> IntStream.range(0, ways.size())
                        .filter(w -> d.leads(reached, w))
                        .forEach(w -> left.add(ways.get(w))));
        return left.size() > 1 || left.stream().anyMatch(v -> !(v instanceof Value.Constant));
    }

    private static int outcome(String operator, long step) {
        return (step > 0 ? UP : DOWN).contains(operator) ? 0 : 1;
    }

    /** By how much a value is on from a counter that nothing else changes: it may be left as it is where it is not compared. */
    private Optional<Long> step(Value value) {
        if (!(value instanceof Value.Derived next)
                || next.operands().isEmpty()
                || !(next.operands().get(0).settled() instanceof Value.Join counter)) {
            return Optional.empty();
        }
        long starts =
                counter.alternatives().stream().filter(a -> !a.equals(next)).count();
        return Stride.of(next, counter, effects)
                .filter(s -> starts == 1 && s.open().isEmpty() && s.cap().isEmpty() && s.by() != 0)
                .map(Stride::by);
    }
}
