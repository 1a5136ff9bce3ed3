package dev.replaylint.durable;

import dev.replaylint.program.Context;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Loops that end when one of several counters has come to its number, and of which each round takes one on and none back:
 * {@code while (yes < 3 && no < 5)}. There are no more rounds than the counters have to go together.
 */
final class SharedCount {

    private static final int DEEPEST = 8;

    private final Effects effects;
    private final List<Value.Join> counters;

    private SharedCount(Effects effects, List<Value.Join> counters) {
        this.effects = effects;
        this.counters = counters;
    }

    /** Whether that ends the loop. Of numbers that operations of the loop change nobody knows whether counters come to them. */
    static boolean ends(Context.Loop loop, Effects effects, Predicate<Value> answered) {
        List<Value.Join> counters = loop.exits().stream()
                .flatMap(e -> counter(e, answered).stream())
                .distinct()
                .toList();
        return counters.size() > 1 && new SharedCount(effects, counters).counts();
    }

    private static Optional<Value.Join> counter(Value exit, Predicate<Value> answered) {
        if (!(exit.settled() instanceof Value.Derived test)
                || !Counting.COMPARISONS.contains(test.operator())
                || test.operands().size() != 2) {
            return Optional.empty();
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        return variable(left, right, answered).or(() -> variable(right, left, answered));
    }

    private static Optional<Value.Join> variable(Value counter, Value bound, Predicate<Value> answered) {
        return counter instanceof Value.Join join && !(bound instanceof Value.Join) && !answered.test(bound)
                ? Optional.of(join)
                : Optional.empty();
    }

    /** Whether all rounds but the way into the loop count. */
    private boolean counts() {
        int ways = counters.get(0).ways().size();
        if (counters.stream().anyMatch(c -> c.ways().size() != ways)) {
            return false;
        }
        List<List<Value>> rounds = IntStream.range(0, ways)
                .mapToObj(w -> counters.stream().map(c -> c.ways().get(w)).toList())
                .toList();
        return rounds.stream().filter(r -> !counts(r, DEEPEST)).count() == 1
                && rounds.stream().anyMatch(this::isStart)
                && IntStream.range(0, counters.size()).allMatch(this::isOneDirection);
    }

    /** Whether no counter is made of itself. */
    private boolean isStart(List<Value> values) {
        return IntStream.range(0, values.size())
                .allMatch(i -> values.get(i) != counters.get(i)
                        && !(values.get(i) instanceof Value.Join)
                        && step(values.get(i), i).isEmpty());
    }

    /** Whether on each way to these values one counter is taken on, and the others are, too, or stay what they are. */
    private boolean counts(List<Value> next, int depth) {
        List<Value.Join> open = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            if (isDecided(next.get(i), i)) {
                open.add((Value.Join) next.get(i));
            } else if (next.get(i) != counters.get(i) && step(next.get(i), i).isEmpty()) {
                return false;
            }
        }
        if (open.isEmpty()) {
            return IntStream.range(0, next.size()).anyMatch(i -> next.get(i) != counters.get(i));
        }
        return depth > 0
                && areTogether(open)
                && countsOnEachWay(next, open.get(0).ways().size(), depth);
    }

    /** Whether a round decides what the counter becomes. */
    private boolean isDecided(Value next, int counter) {
        return next instanceof Value.Join && next != counters.get(counter);
    }

    /** Where one value is decided on, the others are, too, or have been before. */
    private boolean countsOnEachWay(List<Value> next, int ways, int depth) {
        return IntStream.range(0, ways)
                .allMatch(w -> counts(
                        IntStream.range(0, next.size())
                                .mapToObj(i -> isDecided(next.get(i), i)
                                        ? ((Value.Join) next.get(i)).ways().get(w)
                                        : next.get(i))
                                .toList(),
                        depth - 1));
    }

    private static boolean areTogether(List<Value.Join> joins) {
        Value.Join first = joins.get(0);
        return joins.stream()
                .allMatch(j -> j.ways().size() == first.ways().size() && areSame(j.deciders(), first.deciders()));
    }

    private static boolean areSame(List<Value> some, List<Value> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i) == others.get(i));
    }

    private boolean isOneDirection(int counter) {
        return steps(counters.get(counter), counter, DEEPEST).stream()
                        .map(s -> Long.signum(s.by()))
                        .distinct()
                        .count()
                == 1;
    }

    private List<Stride> steps(Value.Join join, int counter, int depth) {
        List<Stride> found = new ArrayList<>();
        for (Value way : depth == 0 ? List.<Value>of() : join.ways()) {
            step(way, counter).ifPresent(found::add);
            if (isDecided(way, counter)) {
                found.addAll(steps((Value.Join) way, counter, depth - 1));
            }
        }
        return found;
    }

    /** By how much a value is on from a counter. */
    private Optional<Stride> step(Value next, int counter) {
        return Stride.of(next, counters.get(counter), effects)
                .filter(s -> s.open().isEmpty() && s.cap().isEmpty() && s.by() != 0);
    }
}
