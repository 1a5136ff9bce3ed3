package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Round;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Loops that halve what is left between two numbers, whichever half an answer chooses: {@code middle = (low + high) / 2; if (found) high
 * = middle; else low = middle + 1}. Each round must leave less, also between two numbers next to each other.
 *
 * @param apart how far the numbers are apart at least when a round begins
 */
record Bisection(Value.Join low, Value.Join high, long apart) {

    private static final Set<String> HALVING = Set.of("/", ">>", ">>>");
    private static final Set<String> CLOSED = Set.of("<=", ">");

    /** How far a number is from the middle, which is rounded down or up. */
    private record Place(boolean up, long offset) {}

    /** Whether a condition of a loop is on two such numbers. */
    static boolean ends(Context.Loop loop, Body body, Program program) {
        return loop.exits().stream()
                .flatMap(e -> between(e.settled()))
                .filter(b -> b.low.isAt(loop.number()) && b.high.isAt(loop.number()))
                .anyMatch(b -> body.flow()
                        .rounds(loop, List.of(b.low, b.high), s -> false, program)
                        .filter(rounds -> rounds.stream().allMatch(b::narrows))
                        .isPresent());
    }

    /** The numbers of a comparison, either of which may be the lower one: {@code low < high}, {@code high - low > 1}. */
    private static Stream<Bisection> between(Value condition) {
        if (!(condition instanceof Value.Derived test) || test.operands().size() != 2) {
            return Stream.of();
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        String operator = test.operator();
        if (left instanceof Value.Derived way && way.operator().equals("-")) {
            return number(right)
                    .flatMap(n ->
                            of(way.operands().get(1), way.operands().get(0), n + (CLOSED.contains(operator) ? 1 : 0)))
                    .stream();
        }
        return Stream.of(
                        of(left, right, CLOSED.contains(operator) ? 0 : 1),
                        of(right, left, CLOSED.contains(Counting.turned(operator)) ? 0 : 1))
                .flatMap(Optional::stream);
    }

    private static Optional<Bisection> of(Value low, Value high, long apart) {
        return low.settled() instanceof Value.Join l && high.settled() instanceof Value.Join h
                ? Optional.of(new Bisection(l, h, apart))
                : Optional.empty();
    }

    private boolean narrows(Round round) {
        Value lower = round.values().get(0).settled();
        Value upper = round.values().get(1).settled();
        return (lower != low || upper != high)
                && (lower == low || place(lower).filter(this::isAboveLow).isPresent())
                && (upper == high || place(upper).filter(this::isBelowHigh).isPresent());
    }

    private boolean isAboveLow(Place place) {
        boolean middle = apart > 1 || apart == 1 && place.up();
        return place.offset() >= (middle ? 0 : 1);
    }

    private boolean isBelowHigh(Place place) {
        boolean middle = apart > 1 || apart == 1 && !place.up();
        return place.offset() <= (middle ? 0 : -1);
    }

    private Optional<Place> place(Value value) {
        if (!(value instanceof Value.Derived computed) || computed.operands().size() != 2) {
            return Optional.empty();
        }
        Value first = computed.operands().get(0).settled();
        Value second = computed.operands().get(1).settled();
        boolean plus = computed.operator().equals("+");
        if (plus && first == low && half(second).filter(this::isBetween).isPresent()) {
            return Optional.of(new Place(false, 0));
        }
        Optional<Long> by =
                number(second).filter(n -> plus || computed.operator().equals("-"));
        return by.isPresent()
                ? place(first).map(p -> new Place(p.up(), p.offset() + (plus ? by.get() : -by.get())))
                : half(value).flatMap(this::rounding).map(up -> new Place(up, 0));
    }

    /** What a value is the half of. */
    private static Optional<Value> half(Value value) {
        return value instanceof Value.Derived half
                        && HALVING.contains(half.operator())
                        && number(half.operands().get(1))
                                .equals(Optional.of(half.operator().equals("/") ? 2L : 1L))
                ? Optional.of(half.operands().get(0).settled())
                : Optional.empty();
    }

    private boolean isBetween(Value value) {
        return value instanceof Value.Derived way
                && way.operator().equals("-")
                && Value.settled(way.operands()).equals(List.of(high, low));
    }

    /** Whether the half of this sum of the two is rounded up. */
    private Optional<Boolean> rounding(Value value) {
        if (!(value instanceof Value.Derived sum) || !sum.operator().equals("+")) {
            return Optional.empty();
        }
        if (number(sum.operands().get(1)).equals(Optional.of(1L))) {
            return rounding(sum.operands().get(0).settled()).filter(up -> !up).map(up -> true);
        }
        return Optional.of(false)
                .filter(up -> Set.copyOf(Value.settled(sum.operands())).equals(Set.of(low, high)));
    }

    private static Optional<Long> number(Value value) {
        return value.settled() instanceof Value.Constant c && c.constant() instanceof Number n
                ? Optional.of(n.longValue())
                : Optional.empty();
    }
}
