package dev.replaylint.durable;

import dev.replaylint.program.Value;
import java.util.Optional;

/** How comparisons come out of what the code itself shows: constants, {@code null}, new objects. */
final class Comparison {

    private Comparison() {}

    static Optional<Boolean> of(Value left, String operator, Value right) {
        if (left instanceof Value.Constant a && right instanceof Value.Constant b) {
            return a.constant() instanceof Number x && b.constant() instanceof Number y
                    ? of(Double.compare(x.doubleValue(), y.doubleValue()), operator)
                    : Optional.empty();
        }
        if (left == Value.Null.NULL) {
            return isNull(right).flatMap(same -> of(same ? 0 : 1, operator));
        }
        return right == Value.Null.NULL ? of(right, operator, left) : Optional.empty();
    }

    private static Optional<Boolean> of(int order, String operator) {
        return switch (operator) {
            case "==" -> Optional.of(order == 0);
            case "!=" -> Optional.of(order != 0);
            case "<" -> Optional.of(order < 0);
            case "<=" -> Optional.of(order <= 0);
            case ">" -> Optional.of(order > 0);
            case ">=" -> Optional.of(order >= 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> isNull(Value value) {
        if (value == Value.Null.NULL) {
            return Optional.of(true);
        }
        boolean made = value instanceof Value.Result result && result.call().isAllocation()
                || value instanceof Value.Template
                || value instanceof Value.Constant
                || value instanceof Value.NewArray
                || value instanceof Value.Function;
        return made ? Optional.of(false) : Optional.empty();
    }
}
