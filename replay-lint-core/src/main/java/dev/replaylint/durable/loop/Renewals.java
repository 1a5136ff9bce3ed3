package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loops over an object that never changes and is made anew in each round, with a number or a collection in it that ends the loop:
 * {@code while (state.turn() < 9) state = state.say(answer).next()}. Each way through a round has to take that on.
 */
final class Renewals {

    private static final int DEEPEST = 8;

    private final Context.Loop loop;
    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;
    private final Effects effects;
    private final Set<Located> seen = new HashSet<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Set<FieldKey> flags = new LinkedHashSet<>();

    /** A number that is compared, or a collection that is measured; and the object that keeps it, unless it is a variable itself. */
    private record Measure(Optional<FieldKey> field, Value object) {}

    private Renewals(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail, Effects effects) {
        this.loop = loop;
        this.frame = frame;
        this.program = program;
        this.trail = trail;
        this.effects = effects;
    }

    static boolean end(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail, Effects effects) {
        Renewals renewals = new Renewals(loop, frame, program, trail, effects);
        loop.exits().forEach(e -> renewals.look(new Located(e, frame), DEEPEST));
        return renewals.measures.stream().anyMatch(renewals::ends);
    }

    /** Finds what a condition compares, and the flags it asks. */
    private void look(Located at, int depth) {
        if (depth == 0 || !seen.add(at)) {
            return;
        }
        Value value = at.value();
        kept(at).flatMap(Measure::field).ifPresent(flags::add);
        if (value instanceof Value.Derived test) {
            List<Located> operands = test.operands().stream()
                    .map(o -> new Located(o, at.frame()))
                    .toList();
            if (Counting.COMPARISONS.contains(test.operator()) && operands.size() == 2) {
                compare(operands.get(0), operands.get(1));
                compare(operands.get(1), operands.get(0));
            }
            operands.forEach(o -> look(o, depth - 1));
        } else if (value instanceof Value.Join join && at.frame() != frame) {
            Stream.concat(join.operands().stream(), join.deciders().stream())
                    .forEach(v -> look(new Located(v, at.frame()), depth - 1));
        } else if (value instanceof Value.Result result) {
            trail.calls(result.call(), at.frame()).stream()
                    .filter(e -> !at.frame().runs(e.callee()))
                    .map(e -> trail.enter(e, at.frame()))
                    .forEach(c -> c.visit().returned().forEach(v -> look(new Located(v, c), depth - 1)));
        }
    }

    private void compare(Located measured, Located other) {
        Optional<Located> collection = Sizes.measuredBy(measured.value()).map(c -> new Located(c, measured.frame()));
        Optional<Measure> measure = kept(collection.orElse(measured))
                .or(() -> collection.map(c -> new Measure(Optional.empty(), here(c).value())));
        if (measure.isPresent() && !isAnswered(other)) {
            measures.add(measure.get());
        }
    }

    private boolean isAnswered(Located value) {
        Answers answers = Answers.inRounds(loop, frame, program, trail);
        answers.collect(value.value(), value.frame());
        return !answers.found().isEmpty();
    }

    /** The part of an object that a value is. */
    private Optional<Measure> kept(Located value) {
        Optional<Located> at = Optional.of(value);
        for (int i = 0; i < DEEPEST && at.isPresent(); i++) {
            Located now = at.get();
            if (now.value() instanceof Value.FieldValue field
                    && field.read().receiver().isPresent()) {
                Located object = here(new Located(field.read().receiver().get(), now.frame()));
                return Optional.of(new Measure(Optional.of(field.read().field()), object.value()));
            }
            at = trail.before(now);
        }
        return Optional.empty();
    }

    /** What a value is where the loop is. */
    private Located here(Located value) {
        Located at = value;
        for (int i = 0; i < DEEPEST && at.frame() != frame; i++) {
            at = trail.before(at).orElse(at);
        }
        return at;
    }

    private boolean ends(Measure measure) {
        Set<Value.Join> variables = new LinkedHashSet<>();
        collect(measure.object(), variables, DEEPEST);
        return variables.stream()
                .anyMatch(v -> IntStream.range(0, v.ways().size()).anyMatch(start -> counts(measure, v, start)));
    }

    /** The variables that an object may be made from. */
    private static void collect(Value object, Set<Value.Join> variables, int depth) {
        Value settled = object.settled();
        if (depth == 0) {
            return;
        }
        if (settled instanceof Value.Join join) {
            if (variables.add(join)) {
                join.ways().forEach(w -> collect(w, variables, depth - 1));
            }
        } else if (settled instanceof Value.Result result) {
            Operands.all(result.call()).forEach(o -> collect(o, variables, depth - 1));
        }
    }

    /** Whether all rounds take the measure on, or set a flag that ends the loop, of a variable that is the value of one way before. */
    private boolean counts(Measure measure, Value.Join variable, int start) {
        Located first = new Located(variable.ways().get(start), frame);
        Renewal renewal = new Renewal(variable, measure.field(), flagsOf(first), program, trail, effects);
        Steps all = Steps.any(IntStream.range(0, variable.ways().size())
                .filter(w -> w != start)
                .mapToObj(w -> renewal.steps(new Located(variable.ways().get(w), frame))));
        return renewal.steps(first).unknown() && all.leadOn();
    }

    private Map<FieldKey, Value> flagsOf(Located object) {
        Located made = trail.follow(object.value(), object.frame());
        Map<FieldKey, Value> values = new HashMap<>();
        flags.forEach(f -> Renewal.constant(made, f, trail).ifPresent(v -> values.put(f, v)));
        return values;
    }
}
