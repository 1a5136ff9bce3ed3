package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Round;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sites that one of several rounds of a loop comes to: where a batch is full and then emptied, a counter starts again, or a number that
 * each round takes on has no remainder.
 */
record Intervals(Context.Loop loop, CallFrame frame, Program program, Numbers numbers) {

    /** Of a batch whose size nobody sees. */
    static final long UNKNOWN = 0;

    static final long EACH = 1;

    private static final Value ZERO = new Value.Constant(0);

    /** In no more than one of so many rounds. */
    long of(Site site) {
        long rounds = EACH;
        for (Context.Condition condition : site.context().conditions()) {
            rounds = both(rounds, of(condition.value().settled(), condition.outcome() == 0, site));
        }
        return rounds;
    }

    private static long both(long one, long other) {
        return one == EACH || other > EACH ? other == UNKNOWN ? other : Math.max(one, other) : one;
    }

    private long of(Value condition, boolean holds, Site site) {
        if (!(condition instanceof Value.Derived test) || test.operands().size() != 2) {
            return condition instanceof Value.Derived not && not.operator().equals("!")
                    ? of(not.operands().get(0).settled(), !holds, site)
                    : EACH;
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        if (!Counting.COMPARISONS.contains(test.operator())) {
            // Class files compare with zero without a zero (JVMS 6.5, ifeq).
            return remainder(test, ZERO, "!=", holds, site);
        }
        return both(
                of(left, right, test.operator(), holds, site),
                of(right, left, Exclusion.turned(test.operator()), holds, site));
    }

    private long of(Value asked, Value bound, String operator, boolean holds, Site site) {
        if (asked instanceof Value.Derived computed && !operatorIsStep(computed)) {
            return remainder(computed, bound, operator, holds, site);
        }
        boolean full = operator.equals(holds ? "==" : "!=")
                || operator.equals(holds ? ">=" : "<")
                || operator.equals(holds ? ">" : "<=");
        if (!full) {
            return EACH;
        }
        long more = operator.equals(holds ? ">" : "<=") ? 1 : 0;
        Optional<Long> end = numbers.of(bound, frame).map(n -> n + more);
        Optional<Site.Call> size = Sizes.measuredBy(asked).isPresent() && asked instanceof Value.Result measured
                ? Optional.of(measured.call())
                : Optional.empty();
        return size.map(s -> new Batches(loop, frame.visit()).rounds(s, site, end))
                .orElseGet(() -> restarted(asked, end, site));
    }

    private static boolean operatorIsStep(Value.Derived computed) {
        return Counts.STEPS.contains(computed.operator());
    }

    /** {@code i % 100 == 0}, {@code (i & 63) == 0}: the next such number is so much greater. */
    private long remainder(Value.Derived computed, Value bound, String operator, boolean holds, Site site) {
        if (!operator.equals(holds ? "==" : "!=") || computed.operands().size() != 2) {
            return EACH;
        }
        Optional<Long> width = numbers.of(computed.operands().get(1), frame);
        Optional<Long> modulus = computed.operator().equals("%")
                ? width
                : width.filter(w -> computed.operator().equals("&") && (w & (w + 1)) == 0)
                        .map(w -> w + 1);
        Optional<Long> step = modulus.filter(m -> numbers.of(bound, frame).isPresent())
                .flatMap(m -> counter(computed.operands().get(0).settled()))
                .flatMap(c -> step(c, site, false));
        return step.map(s -> Math.max(EACH, (modulus.get() + s - 1) / s)).orElse(EACH);
    }

    /** {@code if (++open == 100) { …; open = 0; }}, {@code if ((bytes += line.length()) > most) { …; bytes = 0; }}. */
    private long restarted(Value asked, Optional<Long> end, Site site) {
        Optional<Value.Join> counter = counter(asked);
        Optional<Long> step = counter.flatMap(c -> step(c, site, true));
        if (step.isEmpty()) {
            return EACH;
        }
        long again = 0;
        for (Round round : ways(counter.get(), site)) {
            again = Math.max(again, numbers.of(round.values().get(0), frame).orElse(0L));
        }
        return end.isEmpty() || step.get() == UNKNOWN
                ? UNKNOWN
                : Math.max(EACH, (end.get() - again + step.get() - 1) / step.get());
    }

    /** The variable that rounds hand on, be it before or behind the step. */
    private Optional<Value.Join> counter(Value value) {
        Value first = value instanceof Value.Derived step && operatorIsStep(step)
                ? step.operands().get(0).settled()
                : value;
        return first instanceof Value.Join join && join.isAt(loop.number()) ? Optional.of(join) : Optional.empty();
    }

    private Set<Round> ways(Value.Join counter, Site site) {
        return frame.visit()
                .body()
                .flow()
                .rounds(loop, List.of(counter), s -> s == site, program)
                .orElse(Set.of());
    }

    /**
     * The greatest step of any round; empty, unless each round that comes to the site takes the counter on, or sets it back if that is
     * what is asked, and no other does anything else than take it on or leave it.
     */
    private Optional<Long> step(Value.Join counter, Site site, boolean back) {
        long greatest = 0;
        boolean unknown = false;
        for (Round round : ways(counter, site)) {
            Value next = round.values().get(0);
            Optional<Stride> step = Stride.of(next, counter, numbers.effects())
                    .filter(s -> s.cap().isEmpty()
                            && !s.more()
                            && s.by() > 0
                            && (back || s.open().isEmpty()));
            boolean restarts = back && numbers.of(next, frame).isPresent();
            boolean allowed = back && round.marked() ? restarts : step.isPresent() || restarts;
            if (!allowed && (round.marked() || next != counter)) {
                return Optional.empty();
            }
            unknown |= step.flatMap(Stride::open).isPresent();
            greatest = Math.max(greatest, step.map(Stride::by).orElse(0L));
        }
        return greatest > 0 ? Optional.of(unknown ? UNKNOWN : greatest) : Optional.empty();
    }
}
