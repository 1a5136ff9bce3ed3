package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rounds of a loop count: each round takes it a step on, and none sets it back. */
final class Counts {

    private static final int DEEPEST = 6;
    static final Set<String> STEPS = Set.of("+", "-", "++", "--", "+=", "-=", "*", "*=", "<<");
    private static final Set<String> STEPPING = Set.of(
            "incrementAndGet",
            "getAndIncrement",
            "decrementAndGet",
            "getAndDecrement",
            "addAndGet",
            "getAndAdd",
            "increment",
            "decrement");

    private static final Pattern REMOVING =
            Pattern.compile("(remove|poll|pop|take|clear|drain|retain|delete|setLength).*");

    private final RoundCode round;
    private final ValueTrail trail;

    Counts(RoundCode round, ValueTrail trail) {
        this.round = round;
        this.trail = trail;
    }

    /** Whether a value is such a number, or computed from one. */
    boolean isCounted(Located number) {
        return !steps(number).isEmpty();
    }

    /** The operators and methods that take such a number on; none, if it is not one. */
    Set<String> steps(Located number) {
        return steps(number, DEEPEST);
    }

    private Set<String> steps(Located number, int depth) {
        Value value = number.value();
        if (depth == 0) {
            return Set.of();
        }
        if (value instanceof Value.FieldValue field) {
            return isLeft(field.read(), number.frame())
                    ? Set.of()
                    : steps(field.read().field());
        }
        if (value instanceof Value.Element element) {
            return elementSteps(element.array().settled());
        }
        if (value instanceof Value.Derived computed) {
            return anySteps(computed.operands().stream(), number.frame(), depth);
        }
        return value instanceof Value.Result result ? steps(result.call(), number.frame(), depth) : Set.of();
    }

    /** Whether a round may leave the object as it is that the field is of, and only another object has another number. */
    private boolean isLeft(Site.FieldRead read, CallFrame frame) {
        return read.receiver()
                        .map(r -> trail.follow(r, frame).value())
                        .filter(o -> o instanceof Value.Join variable && round.mayKeep(variable))
                        .isPresent()
                && trail.writes(read.field()).stream()
                        .allMatch(w -> w.visit().body().key().isConstructor());
    }

    private Set<String> anySteps(Stream<Value> values, CallFrame frame, int depth) {
        return values.map(v -> steps(new Located(v, frame), depth - 1))
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private Set<String> steps(Site.Call call, CallFrame frame, int depth) {
        Optional<Located> returned = trail.before(new Located(new Value.Result(call), frame));
        if (returned.isPresent()) {
            return steps(returned.get(), depth - 1);
        }
        if (call.receiver().isEmpty() || !trail.calls(call, frame).isEmpty()) {
            return Set.of();
        }
        Set<String> on = stepsOn(call, frame);
        return on.isEmpty() ? anySteps(Operands.all(call).stream(), frame, depth) : on;
    }

    /** Of a number object that each round steps on, or a collection that only grows. */
    private Set<String> stepsOn(Site.Call asked, CallFrame frame) {
        Located held = trail.follow(asked.receiver().orElseThrow(), frame);
        List<Site.Call> changes = round.sites(Site.Call.class).stream()
                .filter(c -> c.receiver().filter(r -> isSame(r, held, frame)).isPresent())
                .toList();
        boolean grows = Sizes.measuredBy(new Value.Result(asked)).isPresent()
                && changes.stream().noneMatch(Counts::removes);
        return changes.stream()
                .filter(c -> STEPPING.contains(c.target().name()) || grows && Fillings.adds(c))
                .filter(c -> !round.dependsOnAnswers(c))
                .map(c -> c.target().name())
                .collect(Collectors.toSet());
    }

    /** Whether a call takes something out of a collection. */
    static boolean removes(Site.Call call) {
        return REMOVING.matcher(call.target().name()).matches();
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

    private Set<String> elementSteps(Value array) {
        List<Value> written = round.sites(Site.ArrayWrite.class).stream()
                .filter(w -> isSameArray(w.array().settled(), array))
                .map(w -> w.value().settled())
                .toList();
        boolean all = written.stream()
                .allMatch(w -> w instanceof Value.Derived next
                        && STEPS.contains(next.operator())
                        && next.operands().stream().anyMatch(o -> isElementOf(o.settled(), array)));
        return all ? operators(written) : Set.of();
    }

    private static boolean isSameArray(Value a, Value b) {
        return a.equals(b) || isSameField(a, b);
    }

    private static Set<String> operators(List<Value> steps) {
        return steps.stream()
                .map(s -> s instanceof Value.Derived next ? next.operator() : "")
                .collect(Collectors.toSet());
    }

    private static boolean isElementOf(Value value, Value array) {
        if (value instanceof Value.Derived indexed && indexed.operator().equals("[]")) {
            return isElementOf(indexed.operands().get(0).settled(), array);
        }
        return value instanceof Value.Element element
                && isSameArray(element.array().settled(), array);
    }

    private Set<String> steps(FieldKey field) {
        List<Fields.Write> writes = trail.writes(field).stream()
                .filter(w -> round.runs(w.site(), w.visit()))
                .toList();
        boolean counts = writes.stream().allMatch(w -> isStep(w.site().value().settled(), w.visit(), field, DEEPEST))
                && writes.stream().anyMatch(w -> !round.dependsOnAnswers(w.site()));
        return counts
                ? operators(writes.stream().map(w -> w.site().value().settled()).toList())
                : Set.of();
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
