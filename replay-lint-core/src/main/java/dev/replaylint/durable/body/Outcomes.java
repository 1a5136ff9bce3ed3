package dev.replaylint.durable.body;

import dev.replaylint.program.Body;
import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which way branches go.
 *
 * @param known what a value certainly is
 */
public record Outcomes(Program program, Function<Value, Optional<Known>> known) {

    private static final Set<Object> TRUTHS = Set.of(0L, 1L);

    /** The outcome of a branch of the body, if that is certain. */
    public Optional<Integer> of(Condition condition, Body body) {
        List<Set<CaseLabel>> labels = body.flow().labels(condition.branch());
        return labels.isEmpty()
                ? holds(condition.value(), body).map(h -> h ? 0 : 1)
                : known.apply(condition.value()).flatMap(k -> chosen(k, labels));
    }

    /** Which case a value chooses; with {@code null} there is none. */
    private static Optional<Integer> chosen(Known value, List<Set<CaseLabel>> labels) {
        if (!(value instanceof Known.Literal) && !(value instanceof Known.Named)) {
            return Optional.empty();
        }
        Optional<Integer> named =
                first(labels, l -> Known.of(l).filter(value::equals).isPresent());
        return named.or(() -> first(labels, CaseLabel.Default.DEFAULT::equals));
    }

    private static Optional<Integer> first(List<Set<CaseLabel>> labels, Predicate<CaseLabel> wanted) {
        for (int outcome = 0; outcome < labels.size(); outcome++) {
            if (labels.get(outcome).stream().anyMatch(wanted)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    /** Whether a condition in the body holds. */
    public Optional<Boolean> holds(Value value, Body body) {
        Value settled = value.settled();
        if (settled instanceof Value.Derived derived) {
            return derived(derived, body);
        }
        if (settled instanceof Value.Result result
                && result.call().target().name().equals("equals")) {
            List<Value> operands = Operands.all(result.call());
            return operands.size() == 2 ? both(operands, Known::equal) : Optional.empty();
        }
        return isTruth(settled, body) ? truth(settled) : Optional.empty();
    }

    private Optional<Boolean> derived(Value.Derived derived, Body body) {
        List<Value> operands = derived.operands();
        if (derived.operator().equals("!")) {
            return holds(operands.get(0), body).map(h -> !h);
        }
        if (derived.testedType().isPresent()) {
            return known.apply(operands.get(0))
                    .flatMap(k -> isOf(k, derived.testedType().get()));
        }
        return operands.size() == 2
                ? both(operands, (a, b) -> Known.compared(a, derived.operator(), b))
                : Optional.empty();
    }

    private Optional<Boolean> isOf(Known known, String type) {
        return known instanceof Known.Made made
                ? Optional.of(program.isSubtype(made.type(), type))
                : known == Known.Nothing.NULL ? Optional.of(false) : Optional.empty();
    }

    private Optional<Boolean> both(List<Value> operands, BiFunction<Known, Known, Optional<Boolean>> comparison) {
        Optional<Known> second = known.apply(operands.get(1));
        Optional<Known> first = second.flatMap(s -> known.apply(operands.get(0)));
        return first.flatMap(a -> comparison.apply(a, second.get()));
    }

    private Optional<Boolean> truth(Value value) {
        return known.apply(value).flatMap(k -> Known.compared(k, "!=", Known.Literal.ZERO));
    }

    /** Whether the value is of type {@code boolean}; one that a {@code switch} selects by has more than two outcomes. */
    private boolean isTruth(Value value, Body body) {
        if (value instanceof Value.Parameter parameter) {
            List<String> types = body.shape().parameterTypes();
            return parameter.index() < types.size()
                    && types.get(parameter.index()).equals("Z");
        }
        if (value instanceof Value.Join join) {
            return join.alternatives().stream().allMatch(v -> isTruth(v, body));
        }
        if (value instanceof Value.Result result) {
            MethodKey target = result.call().target();
            return Descriptors.result(target.descriptor()).equals("Z");
        }
        return value instanceof Value.Constant constant
                        && TRUTHS.contains(Known.Literal.of(constant.constant()).constant())
                || value instanceof Value.FieldValue field
                        && isTruth(field.read().field());
    }

    private boolean isTruth(FieldKey field) {
        return program.field(field).filter(f -> f.type() == Primitive.BOOLEAN).isPresent();
    }
}
