package dev.replaylint.durable.loop;

import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Decision;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The greatest that numbers can be: of several the smallest or any, with what is assigned to a field by whichever code there is. */
record Greatest(Numbers numbers) {

    private static final int DEEPEST = 8;

    /** Empty if it is not known. */
    Optional<Long> of(Value value, CallFrame frame) {
        return of(new Located(value, frame), DEEPEST);
    }

    private Optional<Long> of(Located number, int depth) {
        Located at = trail().follow(number.value(), number.frame());
        if (depth == 0) {
            return Optional.empty();
        }
        Optional<List<Value>> smallest = Numbers.among(at.value(), Sizing.SMALLEST, numbers.effects());
        if (smallest.isPresent()) {
            return smallest.get().stream()
                    .flatMap(v -> of(new Located(v, at.frame()), depth - 1).stream())
                    .min(Long::compare);
        }
        Share share = Share.of(at, numbers);
        if (!share.all()) {
            return of(share.whole(), depth - 1).map(share.greatest()::applyAsLong);
        }
        Optional<List<Value>> greatest = Numbers.among(at.value(), Sizing.GREATEST, numbers.effects());
        if (greatest.isPresent()) {
            return any(
                    greatest.get().stream().map(v -> new Located(v, at.frame())).toList(), depth);
        }
        if (at.value() instanceof Value.Derived rest && rest.operator().equals("%")) {
            return numbers.of(rest.operands().get(1), at.frame()).map(n -> Math.abs(n) - 1);
        }
        if (at.value() instanceof Value.Join join) {
            return any(alternatives(join, at.frame()), depth).or(() -> ways(join, at.frame(), depth));
        }
        return at.value() instanceof Value.FieldValue field
                ? ofField(field.read(), at.frame(), depth)
                : numbers.of(at.value(), at.frame());
    }

    private ValueTrail trail() {
        return numbers.trail();
    }

    private static Collection<Located> alternatives(Value value, CallFrame frame) {
        return value.alternatives().stream().map(v -> new Located(v, frame)).toList();
    }

    /** Of values that are made of each other, the first that is not known answers for all. */
    private Optional<Long> any(Collection<Located> values, int depth) {
        Optional<Long> most = Optional.empty();
        for (Located value : values) {
            Optional<Long> one = of(value, depth - 1);
            if (one.isEmpty()) {
                return one;
            }
            most = most.filter(m -> m >= one.get()).or(() -> one);
        }
        return most;
    }

    /** What it is on each way, or no more than what was asked on that way: {@code n > 24 ? 24 : n}. */
    private Optional<Long> ways(Value.Join join, CallFrame frame, int depth) {
        List<Value> ways = join.ways();
        Optional<Long> most = Optional.empty();
        for (int way = 0; way < ways.size(); way++) {
            int number = way;
            Optional<Long> one = of(new Located(ways.get(way), frame), depth - 1)
                    .or(() -> asked(join, ways.get(number), number, frame));
            if (one.isEmpty()) {
                return one;
            }
            most = most.filter(m -> m >= one.get()).or(() -> one);
        }
        return most;
    }

    private Optional<Long> asked(Value.Join join, Value value, int way, CallFrame frame) {
        for (Decision decision : join.decisions()) {
            Optional<Long> limit = decision.value().settled() instanceof Value.Derived test
                            && test.operands().size() == 2
                            && !decision.isEither(way)
                            && SameValue.test(test.operands().get(0).settled(), value)
                    ? numbers.of(test.operands().get(1), frame)
                            .flatMap(n -> Guards.limit(test.operator(), n, decision.leads(0, way)))
                    : Optional.empty();
            if (limit.isPresent() && (decision.leads(0, way) || decision.leads(1, way))) {
                return limit;
            }
        }
        return Optional.empty();
    }

    /** Of one of several objects, or of any object of the class. */
    private Optional<Long> ofField(Site.FieldRead read, CallFrame frame, int depth) {
        Optional<Located> object = read.receiver().map(r -> trail().follow(r, frame));
        Collection<Located> objects = object.filter(o -> o.value() instanceof Value.Join).stream()
                .flatMap(o -> alternatives(o.value(), o.frame()).stream())
                .toList();
        List<Optional<Located>> assigned = objects.stream()
                .map(o -> trail().ofField(read.field(), trail().follow(o.value(), o.frame()), frame))
                .toList();
        return !assigned.isEmpty() && assigned.stream().allMatch(Optional::isPresent)
                ? any(assigned.stream().map(Optional::get).toList(), depth)
                : assigned(read.field(), frame, depth);
    }

    /** What code assigns to a field, whichever object it is of; nothing if there may be code that is not seen. */
    private Optional<Long> assigned(FieldKey field, CallFrame frame, int depth) {
        List<Optional<Located>> all =
                trail().assigned(field).stream().flatMap(w -> sources(w, frame)).toList();
        return !all.isEmpty() && all.stream().allMatch(Optional::isPresent)
                ? any(all.stream().map(Optional::get).toList(), depth)
                : Optional.empty();
    }

    /** The value, or what all callers of the constructor or method pass. */
    private Stream<Optional<Located>> sources(Fields.Write write, CallFrame frame) {
        Value value = write.site().value().settled();
        if (!(value instanceof Value.Parameter parameter)) {
            return Stream.of(Optional.of(new Located(value, frame.of(write.visit()))));
        }
        return Way.open(write.visit()).mayComeFromElsewhere()
                ? Stream.of(Optional.empty())
                : write.visit().incoming().stream()
                        .map(e -> e.argument(parameter.index()).map(b -> new Located(b.value(), frame.of(b.visit()))));
    }
}
