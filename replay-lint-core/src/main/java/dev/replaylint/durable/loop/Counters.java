package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Conditions on what each round of a loop counts, but not in a local variable that the loop tests: in a field of an object, an atomic
 * number, an element of an array, a record that is made anew, or on the way to a flag. How far it counts is not looked for.
 */
final class Counters {

    private static final int DEEPEST = 8;

    private final Program program;
    private final ValueTrail trail;
    private final Effects effects;
    private final Context.Loop loop;
    private final CallFrame frame;
    private final RoundCode round;
    private final Counts counts;
    private final Set<Located> seen = new HashSet<>();

    private Counters(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail, Effects effects) {
        this.program = program;
        this.trail = trail;
        this.effects = effects;
        this.loop = loop;
        this.frame = frame;
        this.round = new RoundCode(loop, frame, program, trail);
        this.counts = new Counts(round, trail);
    }

    /** Whether one of the conditions that end the loop is on something that each round counts. */
    static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail, Effects effects) {
        Counters counters = new Counters(loop, frame, program, trail, effects);
        Predicate<Value> answered = v -> Answers.decide(List.of(v), loop, frame, program, trail);
        return loop.exits().stream().anyMatch(e -> counters.isTested(e, frame, DEEPEST))
                || new CountedFlags(effects, answered).end(loop)
                || new Budgets(loop, frame, trail, effects, counters.round, answered).end();
    }

    private boolean isTested(Value value, CallFrame at, int depth) {
        Value settled = value.settled();
        if (depth == 0 || !seen.add(new Located(settled, at))) {
            return false;
        }
        if (settled instanceof Value.Derived test) {
            boolean compares = Counting.COMPARISONS.contains(test.operator());
            return compares && counting(test, at).filter(c -> !isAnswered(c)).isPresent()
                    || compares && anyCounts(test.operands(), at)
                    || test.operands().stream().anyMatch(o -> isTested(o, at, depth - 1));
        }
        if (settled instanceof Value.Join join) {
            return isFlag(join, at, depth) || join.operands().stream().anyMatch(o -> isTested(o, at, depth - 1));
        }
        // Class files compare with zero without a zero (JVMS 6.5, ifeq).
        return counts.isCounted(new Located(settled, at))
                || settled instanceof Value.Result result && isTestedIn(result.call(), at, depth);
    }

    private boolean anyCounts(Collection<Value> operands, CallFrame at) {
        return operands.stream().anyMatch(o -> counts.isCounted(new Located(o, at)));
    }

    /** A method that compares, or what is asked about a value that was compared before. */
    private boolean isTestedIn(Site.Call call, CallFrame at, int depth) {
        List<Edge> edges = trail.calls(call, at);
        if (edges.isEmpty()) {
            return DurableSdk.operation(call.target(), program).isEmpty()
                    && Operands.all(call).stream().anyMatch(v -> isTested(v, at, depth - 1));
        }
        return edges.stream()
                .filter(e -> !at.runs(e.callee()))
                .map(e -> trail.enter(e, at))
                .anyMatch(callee ->
                        callee.visit().body().sites(Site.Return.class).anyMatch(r -> isReturnTested(r, callee, depth)));
    }

    private boolean isReturnTested(Site.Return exit, CallFrame callee, int depth) {
        return exit.value().filter(v -> isTested(v, callee, depth - 1)).isPresent()
                || exit.context().conditions().stream().anyMatch(c -> isTested(c.value(), callee, depth - 1));
    }

    /** A variable that is set to another constant when a number is reached: {@code if (tries == 5) done = true}. */
    private boolean isFlag(Value.Join join, CallFrame at, int depth) {
        long constants = join.alternatives().stream()
                .filter(v -> v instanceof Value.Constant || v instanceof Value.Null)
                .count();
        // Of a variable that a round may leave alone, one constant is what it is before the loop.
        boolean set = at != frame || constants > (join.keeps() ? 1 : 0);
        return set
                && join.deciders().stream()
                        .filter(d -> !endsInnerLoop(d))
                        .anyMatch(d -> counting(d, at)
                                .map(c -> !CountedFlags.isOpenAt(d, c.step(), join) && !isAnswered(c))
                                .orElseGet(() -> isTested(d, at, depth - 1)));
    }

    /** Whether operations say how far it counts, or by how much. */
    private boolean isAnswered(Counting counting) {
        Stride stride = counting.stride();
        List<Value> open = Stream.of(Optional.of(counting.bound()), stride.open(), stride.cap())
                .flatMap(Optional::stream)
                .toList();
        return Answers.decide(open, loop, frame, program, trail);
    }

    /** The counter that a condition tests, be it in a helper that is given it. */
    private Optional<Counting> counting(Value condition, CallFrame at) {
        if (at == frame || !(condition.settled() instanceof Value.Derived test)) {
            return Counting.of(condition, effects);
        }
        List<Located> operands =
                test.operands().stream().map(o -> trail.follow(o, at)).toList();
        boolean here = operands.stream().allMatch(o -> o.frame() == frame || o.value() instanceof Value.Constant);
        return here
                ? Counting.of(
                        new Value.Derived(
                                test.operator(),
                                operands.stream().map(Located::value).toList()),
                        effects)
                : Optional.empty();
    }

    private boolean endsInnerLoop(Value condition) {
        return frame.visit().body().sites().stream()
                .flatMap(s -> s.context().loops().stream())
                .anyMatch(l -> l.number() != loop.number() && l.exits().contains(condition.settled()));
    }
}
