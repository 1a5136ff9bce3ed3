package dev.replaylint.durable.settings;

import dev.replaylint.durable.settings.Fact.Number;
import dev.replaylint.durable.settings.Fact.Truth;
import dev.replaylint.program.MethodKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Computes with facts. Only what both source and class files show is computed: not division, for one. */
final class Arithmetic {

    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=");

    private Arithmetic() {}

    static boolean isOrder(String operator) {
        return ORDERS.contains(operator);
    }

    /** Whether the fact does not depend on the number of the attempt, nor on anything that may change. */
    static boolean isSame(Fact fact) {
        return fact != Fact.Open.UNSURE && !(fact instanceof Number n && n.counted());
    }

    static boolean areYesAndNo(Set<Fact> facts) {
        return facts.equals(Set.of(new Truth(true), new Truth(false)))
                || facts.equals(Set.of(new Number(1, false), new Number(0, false)));
    }

    /** The greatest of several numbers. */
    static Fact most(Collection<Fact> facts) {
        if (facts.isEmpty()) {
            return Fact.Open.SAME;
        }
        if (facts.stream().allMatch(f -> f instanceof Number n && !n.counted())) {
            return facts.stream()
                    .max((a, b) -> Double.compare(((Number) a).value(), ((Number) b).value()))
                    .orElse(Fact.Open.UNSURE);
        }
        return facts.stream().allMatch(Arithmetic::isSame) ? Fact.Open.SAME : Fact.Open.UNSURE;
    }

    static Fact computed(String operator, List<Fact> operands) {
        if (operands.size() == 2 && operands.get(0) instanceof Number a && operands.get(1) instanceof Number b) {
            return computed(operator, a, b);
        }
        if (operands.size() == 1 && operands.get(0) instanceof Truth truth && operator.equals("!")) {
            return new Truth(!truth.value());
        }
        return operands.stream().allMatch(Arithmetic::isSame) ? Fact.Open.SAME : Fact.Open.UNSURE;
    }

    private static Fact computed(String operator, Number a, Number b) {
        boolean counted = a.counted() || b.counted();
        return switch (operator) {
            case "+", "+=" -> new Number(a.value() + b.value(), counted);
            case "-", "-=" -> new Number(a.value() - b.value(), counted);
            case "*", "*=" -> new Number(a.value() * b.value(), counted);
            case "<" -> new Truth(a.value() < b.value());
            case "<=" -> new Truth(a.value() <= b.value());
            case ">" -> new Truth(a.value() > b.value());
            case ">=" -> new Truth(a.value() >= b.value());
            case "==" -> new Truth(a.value() == b.value());
            case "!=" -> new Truth(a.value() != b.value());
            default -> counted ? Fact.Open.UNSURE : Fact.Open.SAME;
        };
    }

    /** What a method of the JDK computes of numbers. */
    static Optional<Fact> call(MethodKey method, List<Fact> operands) {
        boolean numbers = !operands.isEmpty() && operands.stream().allMatch(Number.class::isInstance);
        if (!numbers || !method.owner().startsWith("java.lang.")) {
            return Optional.empty();
        }
        Number first = (Number) operands.get(0);
        return switch (method.name()) {
            case "min" -> Optional.of(chosen(first, (Number) operands.get(1), true));
            case "max" -> Optional.of(chosen(first, (Number) operands.get(1), false));
            case "toIntExact" -> Optional.of(first);
            default -> Optional.empty();
        };
    }

    private static Fact chosen(Number a, Number b, boolean least) {
        double value = least ? Math.min(a.value(), b.value()) : Math.max(a.value(), b.value());
        return new Number(value, a.counted() || b.counted());
    }
}
