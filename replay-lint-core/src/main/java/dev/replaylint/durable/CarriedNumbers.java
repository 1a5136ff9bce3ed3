package dev.replaylint.durable;

import dev.replaylint.durable.ValueTrail.Located;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is read out of objects that code called from a frame makes, as values of that frame: {@code next.level()}, where a helper that was
 * given {@code level} returns {@code new Escalate(level + 1)}.
 */
final class CarriedNumbers {

    private static final int DEEPEST = 6;

    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;

    CarriedNumbers(CallFrame frame, Program program, ValueTrail trail) {
        this.frame = frame;
        this.program = program;
        this.trail = trail;
    }

    /** All values that a component of an object may have; empty if this is none, or some of the objects are not known. */
    Optional<List<Value>> of(Value value) {
        Optional<FieldKey> field = component(value);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        List<Value> found = new ArrayList<>();
        for (Located object : objects(new Located(object(value), frame), DEEPEST)) {
            boolean made = object.value() instanceof Value.Result r && r.call().isAllocation();
            if (!made) {
                return Optional.empty();
            }
            String type = ((Value.Result) object.value()).call().target().owner();
            if (program.isSubtype(type, field.get().owner())) {
                Optional<Located> assigned = trail.ofField(field.get(), object, frame);
                if (assigned.isEmpty()) {
                    return Optional.empty();
                }
                found.add(inFrame(
                        trail.follow(assigned.get().value(), assigned.get().frame())));
            }
        }
        return Optional.of(found);
    }

    private static Value object(Value value) {
        return value instanceof Value.FieldValue read
                ? read.read().receiver().orElse(value)
                : ((Value.Result) value).call().receiver().orElse(value);
    }

    /** The field that is read, be it by a method that does nothing else. */
    private Optional<FieldKey> component(Value value) {
        if (value instanceof Value.FieldValue read && read.read().receiver().isPresent()) {
            return Optional.of(read.read().field());
        }
        if (!(value instanceof Value.Result result)
                || result.call().receiver().isEmpty()
                || !result.call().arguments().isEmpty()) {
            return Optional.empty();
        }
        List<Value> returned = trail.calls(result.call(), frame).stream()
                .flatMap(e -> e.callee().body().sites(Site.Return.class))
                .flatMap(r -> r.value().stream())
                .toList();
        return returned.size() == 1
                        && returned.get(0).settled() instanceof Value.FieldValue read
                        && read.read()
                                .receiver()
                                .filter(Value.This.THIS::equals)
                                .isPresent()
                ? Optional.of(read.read().field())
                : Optional.empty();
    }

    private List<Located> objects(Located at, int depth) {
        Located made = trail.follow(at.value(), at.frame());
        if (made.value() == Value.Null.NULL) {
            return List.of();
        }
        // What a variable keeps from a round before was made with the numbers of that round.
        if (made.value() instanceof Value.Join join && depth > 0 && !join.keeps()) {
            return join.alternatives().stream()
                    .flatMap(v -> objects(new Located(v, made.frame()), depth - 1).stream())
                    .toList();
        }
        List<Edge> edges =
                made.value() instanceof Value.Result result && !result.call().isAllocation()
                        ? trail.calls(result.call(), made.frame())
                        : List.of();
        boolean open = edges.isEmpty()
                || depth == 0
                || edges.stream().anyMatch(e -> made.frame().runs(e.callee()));
        return open
                ? List.of(made)
                : edges.stream()
                        .map(e -> trail.enter(e, made.frame()))
                        .flatMap(callee -> callee.visit()
                                .returns()
                                .flatMap(r -> r.value().stream())
                                .flatMap(v -> objects(new Located(v, callee), depth - 1).stream()))
                        .toList();
    }

    /** A sum with what it is made of where that comes from the frame. */
    private Value inFrame(Located number) {
        if (!(number.value() instanceof Value.Derived sum)) {
            return number.value();
        }
        List<Value> operands = sum.operands().stream()
                .map(o -> trail.follow(o, number.frame()))
                .map(l -> l.frame() == frame || l.value() instanceof Value.Constant ? l.value() : Value.Unknown.UNKNOWN)
                .toList();
        return new Value.Derived(sum.operator(), operands);
    }
}
