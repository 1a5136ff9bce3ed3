package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Round;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loops that end when one of several counts has come to its number, and of which each round takes one on and none back, on whatever way:
 * {@code while (signed.size() < 3 && level < 5)}. There are no more rounds than the counts have to go together.
 */
final class SharedCount {

    private static final int DEEPEST = 6;

    private final Context.Loop loop;
    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;
    private final Effects effects;
    private final Predicate<Value> answered;
    private final List<Value.Join> counters = new ArrayList<>();
    /** Those of which one number ends the loop, which greater steps may leave out. */
    private final Set<Value.Join> single = new HashSet<>();

    /** What counters are when the loop ends, where comparisons leave that out. */
    private final Map<Value.Join, Value> lasts = new HashMap<>();

    private final List<Value.Join> flags = new ArrayList<>();
    private final Set<Located> collections = new HashSet<>();

    /** Counters that are compared with each other, in both directions. */
    private final Map<Value.Join, Value.Join> opposed = new HashMap<>();

    private final Map<Value.Join, Integer> directions = new HashMap<>();

    /** {@code answered} tells whether operations of the loop change a value: nobody knows whether counters come to such numbers. */
    SharedCount(
            Context.Loop loop,
            CallFrame frame,
            Program program,
            ValueTrail trail,
            Effects effects,
            Predicate<Value> answered) {
        this.loop = loop;
        this.frame = frame;
        this.program = program;
        this.trail = trail;
        this.effects = effects;
        this.answered = answered;
    }

    /** Whether that ends the loop. */
    boolean ends() {
        loop.exits().forEach(this::find);
        collections.removeIf(c -> changes(c).anyMatch(Counts::removes));
        if (counters.isEmpty() && collections.isEmpty()) {
            return false;
        }
        List<Value.Join> variables =
                Stream.concat(counters.stream(), flags.stream()).toList();
        Optional<Set<Round>> rounds = frame.visit().body().flow().rounds(loop, variables, this::adds, program);
        return rounds.isPresent()
                && !rounds.get().isEmpty()
                && rounds.get().stream().allMatch(r -> counts(r) || isLast(r, rounds.get()));
    }

    /** Whether a round sets a flag that ends the loop, {@code done = true}, or a counter to its end. */
    private boolean isLast(Round round, Set<Round> rounds) {
        boolean atEnd = IntStream.range(0, counters.size())
                .anyMatch(i -> round.values().get(i).equals(lasts.get(counters.get(i))));
        return atEnd
                || IntStream.range(0, flags.size())
                        .anyMatch(i -> isTurned(flags.get(i), counters.size() + i, round, rounds));
    }

    /** Whether a round gives a flag another constant than the one that it starts with, and no round gives back. */
    private static boolean isTurned(Value.Join flag, int index, Round round, Set<Round> rounds) {
        Set<Value> given =
                rounds.stream().map(r -> r.values().get(index).settled()).collect(Collectors.toSet());
        List<Value> first = flag.ways().stream()
                .map(Value::settled)
                .filter(w -> w instanceof Value.Constant && !given.contains(w))
                .toList();
        return first.size() == 1 && round.values().get(index).settled() instanceof Value.Constant;
    }

    private void find(Value exit) {
        Value asked =
                exit.settled() instanceof Value.Derived not && not.operator().equals("!")
                        ? not.operands().get(0).settled()
                        : exit.settled();
        if (!(asked instanceof Value.Derived)) {
            counter(asked, DEEPEST).ifPresent(flags::add);
        }
        if (exit.settled() instanceof Value.Derived test
                && Counting.COMPARISONS.contains(test.operator())
                && test.operands().size() == 2) {
            Value left = test.operands().get(0).settled();
            Value right = test.operands().get(1).settled();
            find(left, right, test.operator());
            find(right, left, test.operator());
        }
    }

    private void find(Value count, Value bound, String operator) {
        if (bound instanceof Value.Join other) {
            boolean meet = count instanceof Value.Join own
                    && own.isAt(loop.number())
                    && other.isAt(loop.number())
                    && !Counting.SINGLE.contains(operator);
            if (meet) {
                counters.add(other);
                opposed.put(other, (Value.Join) count);
            }
            return;
        }
        if (answered.test(bound)) {
            return;
        }
        counter(count, DEEPEST).ifPresent(c -> {
            counters.add(c);
            if (Counting.SINGLE.contains(operator)) {
                single.add(c);
            } else if (!operator.endsWith("=")) {
                lasts.put(c, bound);
            }
        });
        Sizes.measuredBy(count).map(Value::settled).ifPresent(c -> {
            if (c instanceof Value.Join text && text.isAt(loop.number())) {
                counters.add(text);
            } else {
                collections.add(trail.follow(c, frame));
            }
        });
    }

    /** A variable that rounds hand on; at its end, a round may also test what it has become. */
    private Optional<Value.Join> counter(Value tested, int depth) {
        if (tested instanceof Value.Join join && join.isAt(loop.number())) {
            return Optional.of(join);
        }
        List<Value> before = depth == 0
                ? List.of()
                : tested instanceof Value.Join join
                        ? join.ways()
                        : tested instanceof Value.Derived next ? Value.settled(next.operands()) : List.of();
        return before.stream()
                .flatMap(v -> counter(v, depth - 1).stream())
                .filter(v -> depth < DEEPEST
                        || v.ways().contains(tested)
                        || Stride.of(tested, v, effects).isPresent())
                .findFirst();
    }

    private Stream<Site.Call> changes(Located collection) {
        return frame.visit().body().calls().stream().filter(loop::encloses).filter(c -> isOn(c, collection));
    }

    private boolean isOn(Site.Call call, Located collection) {
        return call.receiver()
                .filter(r -> trail.follow(r, frame).equals(collection))
                .isPresent();
    }

    private boolean adds(Site site) {
        return site instanceof Site.Call call
                && (Fillings.ADDING.contains(call.target().name()) || writes(call))
                && collections.stream().anyMatch(c -> isOn(call, c));
    }

    /** Whether a call adds to a text, and not what may be empty. */
    private static boolean writes(Site.Call call) {
        return call.target().name().equals("append")
                && call.arguments().size() == 1
                && isSome(call.arguments().get(0));
    }

    private static boolean isSome(Value text) {
        Set<Value> all = text.alternatives();
        return !all.isEmpty()
                && all.stream()
                        .allMatch(v -> v instanceof Value.Constant c
                                        && !c.constant().toString().isEmpty()
                                || v instanceof Value.Template t
                                        && t.parts().stream().anyMatch(SharedCount::isSome));
    }

    /** Whether something is taken on, and everything else stays what it is or is taken on, too. */
    private boolean counts(Round round) {
        boolean moved = round.marked();
        for (int i = 0; i < counters.size(); i++) {
            Value.Join counter = counters.get(i);
            Value next = round.values().get(i);
            if (next != counter) {
                if (!isStep(next, counter)) {
                    return false;
                }
                moved = true;
            }
        }
        return moved;
    }

    /** Whether a counter is taken on, and always in the same direction. */
    private boolean isStep(Value next, Value.Join counter) {
        Optional<Stride> stride = Stride.of(next, counter, effects);
        boolean certain =
                stride.filter(s -> s.open().isPresent() || s.cap().isPresent()).isEmpty();
        boolean more = stride.filter(Stride::more).isPresent();
        Steps steps = stride.map(s -> Steps.of(s.by()))
                .or(() -> grown(next, counter))
                .orElseGet(() -> carried(next, counter));
        return certain
                && steps.leadOn()
                && steps.by().stream()
                        .allMatch(s ->
                                (!single.contains(counter) || Math.abs(s) == 1 && !more) && isInDirection(s, counter));
    }

    /** A text that becomes longer, or a number that is more than nothing and is divided. */
    private Optional<Steps> grown(Value next, Value.Join counter) {
        boolean longer = next instanceof Value.Template text
                && Value.settled(text.parts()).contains(counter)
                && text.parts().stream().anyMatch(p -> p.settled() != counter && isSome(p));
        boolean positive = lasts.get(counter) instanceof Value.Constant c
                && c.constant() instanceof Number n
                && n.longValue() >= 0;
        return longer
                ? Optional.of(Steps.of(1))
                : positive && Scaling.divides(next, counter) ? Optional.of(Steps.of(-1)) : Optional.empty();
    }

    /** The steps of a number that comes back in an object: {@code next.level()}, where a helper returns {@code new Escalate(level + 1)}. */
    private Steps carried(Value next, Value.Join counter) {
        return Renewal.ofNumber(counter, program, trail, effects).steps(new Located(next, frame));
    }

    private boolean isInDirection(long step, Value.Join counter) {
        int direction = Long.signum(step);
        Value.Join other = opposed.get(counter);
        boolean towards = other == null || direction == -directions.computeIfAbsent(other, c -> -direction);
        return towards && directions.computeIfAbsent(counter, c -> direction) == direction;
    }
}
