package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.Map;
import java.util.Optional;

/**
 * Values of constant variables as far as literals, {@code +} between strings and constants of the same class say them
 * (JLS 15.29). Arithmetic is left out: nobody computes the name of an operation.
 */
public final class ConstantFolding {

    /** Longer constants do not fit into a class file (JVMS 4.4.7). */
    private static final int LONGEST = 65_535;

    private ConstantFolding() {}

    /**
     * The value of an initializer.
     *
     * @param constants values of constants declared before, by simple name
     */
    public static Optional<Object> value(Expression initializer, JavaType type, Map<String, Object> constants) {
        boolean constantType = type instanceof Primitive || type.equals(JavaType.STRING);
        return constantType ? fold(initializer, constants).flatMap(v -> converted(v, type)) : Optional.empty();
    }

    private static Optional<Object> fold(Expression e, Map<String, Object> constants) {
        if (e instanceof EnclosedExpr p) {
            return fold(p.getInner(), constants);
        }
        if (e instanceof NameExpr n) {
            return Optional.ofNullable(constants.get(n.getNameAsString()));
        }
        if (e instanceof UnaryExpr u) {
            return u.getOperator() == UnaryExpr.Operator.MINUS ? negated(u.getExpression()) : Optional.empty();
        }
        if (e instanceof BinaryExpr b) {
            return b.getOperator() == BinaryExpr.Operator.PLUS ? joined(b, constants) : Optional.empty();
        }
        return literal(e);
    }

    private static Optional<Object> joined(BinaryExpr sum, Map<String, Object> constants) {
        Optional<Object> left = fold(sum.getLeft(), constants);
        Optional<Object> right = left.isPresent() ? fold(sum.getRight(), constants) : Optional.empty();
        boolean ofStrings = left.orElse(0) instanceof String || right.orElse(0) instanceof String;
        if (right.isEmpty() || !ofStrings) {
            return Optional.empty();
        }
        String text = "" + left.get() + right.get();
        return text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Object> literal(Expression e) {
        try {
            if (e instanceof TextBlockLiteralExpr t) {
                return Optional.of(t.translateEscapes());
            }
            if (e instanceof StringLiteralExpr s) {
                return Optional.of(s.asString());
            }
            if (e instanceof CharLiteralExpr c) {
                return Optional.of(c.asChar());
            }
            if (e instanceof BooleanLiteralExpr b) {
                return Optional.of(b.getValue());
            }
            return number(e);
        } catch (IllegalArgumentException invalidLiteral) {
            return Optional.empty();
        }
    }

    private static Optional<Object> number(Expression e) {
        if (e instanceof IntegerLiteralExpr i) {
            return Optional.of(i.asNumber()).filter(Integer.class::isInstance).map(n -> n);
        }
        if (e instanceof LongLiteralExpr l) {
            return Optional.of(l.asNumber()).filter(Long.class::isInstance).map(n -> n);
        }
        return e instanceof DoubleLiteralExpr d ? Optional.of(d.asDouble()) : Optional.empty();
    }

    private static Optional<Object> negated(Expression e) {
        return literal(e).flatMap(v -> {
            if (v instanceof Integer i) {
                return Optional.of(-i);
            }
            if (v instanceof Long l) {
                return Optional.of(-l);
            }
            return v instanceof Double d ? Optional.of(-d) : Optional.empty();
        });
    }

    private static Optional<Object> converted(Object value, JavaType type) {
        if (value instanceof Number n && type instanceof Primitive p) {
            return switch (p) {
                case BYTE, SHORT, INT -> Optional.of(n.intValue());
                case LONG -> Optional.of(n.longValue());
                case FLOAT -> Optional.of(n.floatValue());
                case DOUBLE -> Optional.of(n.doubleValue());
                default -> Optional.empty();
            };
        }
        boolean fits = (value instanceof String && type.equals(JavaType.STRING))
                || (value instanceof Boolean && type == Primitive.BOOLEAN)
                || (value instanceof Character && type == Primitive.CHAR);
        return fits ? Optional.of(value) : Optional.empty();
    }
}
