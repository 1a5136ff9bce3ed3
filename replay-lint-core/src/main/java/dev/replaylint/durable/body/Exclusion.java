package dev.replaylint.durable.body;

import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conditions of one body that never hold together: the same question with another answer, {@code n > 3} and {@code n <= 3}, {@code
 * kind.equals("a")} and {@code kind.equals("b")}.
 */
public record Exclusion(Program program) {

    private static final Map<String, String> TURNED =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");

    private static final Map<String, String> OPPOSITE =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "==", "!=", "!=", "==");

    private static final Value ZERO = new Value.Constant(0);

    /** The operators that exclude each other, of the same two values. */
    private static final Map<String, Set<String>> EXCLUDED = Map.of(
            "<", Set.of(">", ">=", "=="),
            "<=", Set.of(">"),
            ">", Set.of("<", "<=", "=="),
            ">=", Set.of("<"),
            "==", Set.of("<", ">", "!="),
            "!=", Set.of("=="));

    /** What holds: a comparison of something with something else. */
    private record Comparison(Value subject, String operator, Value bound) {}

    /** The operator with its operands exchanged. */
    public static String turned(String operator) {
        return TURNED.getOrDefault(operator, operator);
    }

    public boolean test(Condition a, Condition b, Body body) {
        if (a.outcome() != b.outcome() && SameValue.test(a.value(), b.value())) {
            return true;
        }
        Optional<Comparison> second = comparison(b, body);
        return second.isPresent()
                && comparison(a, body)
                        .filter(first ->
                                SameValue.test(first.subject(), second.get().subject()) && exclude(first, second.get()))
                        .isPresent();
    }

    private Optional<Comparison> comparison(Condition condition, Body body) {
        Value value = condition.value().settled();
        if (value instanceof Value.Derived test
                && TURNED.containsKey(test.operator())
                && test.operands().size() == 2) {
            return Optional.of(comparison(test.operands(), test.operator(), condition.outcome()));
        }
        if (value instanceof Value.Result result && isEquals(result.call())) {
            return Optional.of(comparison(Operands.all(result.call()), "==", condition.outcome()));
        }
        // Class files compare with zero without a zero (JVMS 6.5, ifeq).
        boolean chooses = !body.flow().labels(condition.branch()).isEmpty();
        return chooses || value instanceof Value.Derived
                ? Optional.empty()
                : Optional.of(comparison(List.of(value, ZERO), "!=", condition.outcome()));
    }

    private static boolean isEquals(Site.Call call) {
        return call.target().name().equals("equals") && Operands.all(call).size() == 2;
    }

    private Comparison comparison(List<Value> operands, String operator, int outcome) {
        Value left = operands.get(0).settled();
        Value right = operands.get(1).settled();
        boolean turned = known(left).isPresent();
        String asked = turned ? turned(operator) : operator;
        String holds = outcome == 0 ? asked : OPPOSITE.getOrDefault(asked, asked);
        return new Comparison(turned ? right : left, holds, turned ? left : right);
    }

    private Optional<Known> known(Value value) {
        return Known.of(value, program).filter(k -> !k.isObject());
    }

    private boolean exclude(Comparison a, Comparison b) {
        if (SameValue.test(a.bound(), b.bound())) {
            return EXCLUDED.getOrDefault(a.operator(), Set.of()).contains(b.operator());
        }
        Optional<Known> first = known(a.bound());
        Optional<Known> second = known(b.bound());
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        boolean differ = Known.equal(first.get(), second.get()).filter(e -> !e).isPresent();
        boolean below = Known.compared(first.get(), "<", second.get()).orElse(false);
        boolean equal = a.operator().equals("==") && b.operator().equals("==");
        return equal && differ
                || (below ? isUpTo(a) && isFrom(b) : isFrom(a) && isUpTo(b))
                        && Known.compared(first.get(), "!=", second.get()).orElse(false);
    }

    private static boolean isUpTo(Comparison comparison) {
        return Set.of("<", "<=", "==").contains(comparison.operator());
    }

    private static boolean isFrom(Comparison comparison) {
        return Set.of(">", ">=", "==").contains(comparison.operator());
    }
}
