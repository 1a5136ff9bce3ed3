package dev.replaylint.durable;

import dev.replaylint.durable.ValueTrail.Located;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rounds of a loop count: each round takes it a step on, and none sets it back. */
final class Counts {

    private static final int DEEPEST = 6;
    private static final Set<String> STEPS = Set.of("+", "-", "++", "--", "+=", "-=", "*", "*=", "<<");
    private static final Set<String> STEPPING = Set.of(
            "incrementAndGet",
            "getAndIncrement",
            "decrementAndGet",
            "getAndDecrement",
            "addAndGet",
            "getAndAdd",
            "increment",
            "decrement");

    private static final Pattern REMOVING = Pattern.compile("(remove|poll|pop|take|clear|drain|retain).*");

    private final RoundCode round;
    private final ValueTrail trail;

    Counts(RoundCode round, ValueTrail trail) {
        this.round = round;
        this.trail = trail;
    }

    /** Whether a value is such a number, or computed from one. */
    boolean isCounted(Located number) {
        return isCounted(number, DEEPEST);
    }

    private boolean isCounted(Located number, int depth) {
        Value value = number.value();
        if (depth == 0) {
            return false;
        }
        if (value instanceof Value.FieldValue field) {
            return isStepped(field.read().field());
        }
        if (value instanceof Value.Element element) {
            return isSteppedElement(element.array().settled());
        }
        if (value instanceof Value.Derived computed) {
            return anyCounted(computed.operands().stream(), number.frame(), depth);
        }
        return value instanceof Value.Result result && isCounted(result.call(), number.frame(), depth);
    }

    private boolean anyCounted(Stream<Value> values, CallFrame frame, int depth) {
        return values.anyMatch(v -> isCounted(new Located(v, frame), depth - 1));
    }

    private boolean isCounted(Site.Call call, CallFrame frame, int depth) {
        Optional<Located> returned = trail.before(new Located(new Value.Result(call), frame));
        if (returned.isPresent()) {
            return isCounted(returned.get(), depth - 1);
        }
        if (call.receiver().isEmpty() || !trail.calls(call, frame).isEmpty()) {
            return false;
        }
        return isSteppedBy(call, frame) || anyCounted(Operands.all(call).stream(), frame, depth);
    }

    /** A number object that each round steps on, or a collection that only grows. */
    private boolean isSteppedBy(Site.Call asked, CallFrame frame) {
        Located held = trail.follow(asked.receiver().orElseThrow(), frame);
        List<Site.Call> changes = round.sites(Site.Call.class).stream()
                .filter(c -> c.receiver().filter(r -> isSame(r, held, frame)).isPresent())
                .toList();
        boolean grows = LoopBounds.measuredBy(new Value.Result(asked)).isPresent()
                && changes.stream()
                        .noneMatch(c -> REMOVING.matcher(c.target().name()).matches());
        return changes.stream()
                .filter(c -> STEPPING.contains(c.target().name()) || grows && Fillings.adds(c))
                .anyMatch(c -> !round.dependsOnAnswers(c));
    }

    private boolean isSame(Value receiver, Located held, CallFrame frame) {
        Located other = trail.follow(receiver, frame);
        return other.value().equals(held.value()) || isSameField(other.value(), held.value());
    }

    private static boolean isSameField(Value a, Value b) {
        return a instanceof Value.FieldValue one
                && b instanceof Value.FieldValue other
                && one.read().field().equals(other.read().field());
    }

    private boolean isSteppedElement(Value array) {
        List<Site.ArrayWrite> writes = round.sites(Site.ArrayWrite.class).stream()
                .filter(w -> w.array().settled().equals(array))
                .toList();
        return !writes.isEmpty()
                && writes.stream()
                        .allMatch(w -> w.value().settled() instanceof Value.Derived next
                                && STEPS.contains(next.operator())
                                && next.operands().stream().anyMatch(o -> isElementOf(o.settled(), array)));
    }

    private static boolean isElementOf(Value value, Value array) {
        if (value instanceof Value.Derived indexed && indexed.operator().equals("[]")) {
            return isElementOf(indexed.operands().get(0).settled(), array);
        }
        return value instanceof Value.Element element
                && element.array().settled().equals(array);
    }

    private boolean isStepped(FieldKey field) {
        List<Fields.Write> writes = trail.writes(field).stream()
                .filter(w -> round.runs(w.site(), w.visit()))
                .toList();
        return !writes.isEmpty()
                && writes.stream().allMatch(w -> isStep(w.site().value().settled(), w.visit(), field, DEEPEST))
                && writes.stream().anyMatch(w -> !round.dependsOnAnswers(w.site()));
    }

    /** Whether a value is one step on from a field, be it that of the object before. */
    private boolean isStep(Value value, Visit visit, FieldKey field, int depth) {
        if (depth == 0) {
            return false;
        }
        if (value instanceof Value.Derived next) {
            return STEPS.contains(next.operator())
                    && next.operands().stream().anyMatch(o -> reads(o.settled(), visit, field, depth));
        }
        if (value instanceof Value.Parameter parameter) {
            List<Edge> ways = visit.incoming().stream()
                    .filter(e -> round.runs(e.site(), e.caller()))
                    .toList();
            return !ways.isEmpty()
                    && ways.stream()
                            .allMatch(e -> e.argument(parameter.index())
                                    .filter(b -> isStep(b.value().settled(), b.visit(), field, depth - 1))
                                    .isPresent());
        }
        return value instanceof Value.Result result
                && result.call().target().isOfPlatform()
                && Operands.all(result.call()).stream().anyMatch(v -> reads(v.settled(), visit, field, depth));
    }

    private static boolean reads(Value value, Visit visit, FieldKey field, int depth) {
        if (value instanceof Value.FieldValue read) {
            return read.read().field().equals(field);
        }
        return depth > 0
                && value instanceof Value.Result asked
                && visit.calls(asked.call()).stream()
                        .anyMatch(e -> e.callee()
                                .body()
                                .sites(Site.Return.class)
                                .allMatch(r -> r.value()
                                        .filter(v -> reads(v.settled(), e.callee(), field, depth - 1))
                                        .isPresent()));
    }
}
