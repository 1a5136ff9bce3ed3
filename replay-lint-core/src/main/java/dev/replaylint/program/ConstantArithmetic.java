package dev.replaylint.program;

import dev.replaylint.program.type.JavaType.Primitive;
import java.util.Optional;

/** Operators of constant expressions (JLS 15.29) on numbers and characters, as the compiler computes them. */
public final class ConstantArithmetic {

    private ConstantArithmetic() {}

    /** {@code left operator right}; empty for what is no arithmetic on two constants. */
    public static Optional<Object> binary(String operator, Object left, Object right) {
        Optional<Number> a = number(left);
        Optional<Number> b = number(right);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        if (isFraction(a.get()) || isFraction(b.get())) {
            return fraction(operator, a.get().doubleValue(), b.get().doubleValue());
        }
        boolean isShift = operator.startsWith("<<") || operator.startsWith(">>");
        boolean isLong = a.get() instanceof Long || !isShift && b.get() instanceof Long;
        return isLong
                ? ofLongs(operator, a.get().longValue(), b.get().longValue()).map(n -> n)
                : ofInts(operator, a.get().intValue(), b.get().intValue());
    }

    /** {@code -}, {@code +} or {@code ~} before a constant. */
    public static Optional<Object> unary(String operator, Object operand) {
        return number(operand).flatMap(n -> switch (operator) {
            case "+" -> Optional.of(n);
            case "-" -> isFraction(n) ? binary("-", -0.0, n) : binary("-", 0, n);
            case "~" -> isFraction(n) ? Optional.empty() : binary("^", n, -1);
            default -> Optional.empty();
        });
    }

    /** A constant as another primitive type (JLS 5.1.2, 5.1.3); empty for what is no number. */
    public static Optional<Object> converted(Object constant, Primitive type) {
        return number(constant).flatMap(n -> switch (type) {
            case BYTE -> Optional.of((int) n.byteValue());
            case SHORT -> Optional.of((int) n.shortValue());
            case CHAR -> Optional.of((char) n.intValue());
            case INT -> Optional.of(n.intValue());
            case LONG -> Optional.of(n.longValue());
            case FLOAT -> Optional.of(n.floatValue());
            case DOUBLE -> Optional.of(n.doubleValue());
            default -> Optional.empty();
        });
    }

    private static Optional<Number> number(Object constant) {
        if (constant instanceof Character character) {
            return Optional.of((int) character);
        }
        return constant instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    private static boolean isFraction(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static Optional<Object> fraction(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> Optional.of(a + b);
            case "-" -> Optional.of(a - b);
            case "*" -> Optional.of(a * b);
            case "/" -> Optional.of(a / b);
            default -> Optional.empty();
        };
    }

    /** As longs, cut: but for the sign that {@code >>>} shifts, and the five bits of a distance that count (JLS 15.19). */
    private static Optional<Object> ofInts(String operator, int a, int b) {
        if (operator.equals(">>>")) {
            return Optional.of(a >>> b);
        }
        boolean isShift = operator.equals("<<") || operator.equals(">>");
        return ofLongs(operator, a, isShift ? b & 31 : b).map(Long::intValue);
    }

    /** {@code a operator b} of longs; empty for what is no arithmetic, and for a division by zero. */
    public static Optional<Long> ofLongs(String operator, long a, long b) {
        return switch (operator) {
            case "+" -> Optional.of(a + b);
            case "-" -> Optional.of(a - b);
            case "*" -> Optional.of(a * b);
            case "/" -> b == 0 ? Optional.empty() : Optional.of(a / b);
            case "%" -> b == 0 ? Optional.empty() : Optional.of(a % b);
            case "<<" -> Optional.of(a << b);
            case ">>" -> Optional.of(a >> b);
            case ">>>" -> Optional.of(a >>> b);
            case "&" -> Optional.of(a & b);
            case "|" -> Optional.of(a | b);
            case "^" -> Optional.of(a ^ b);
            default -> Optional.empty();
        };
    }
}
