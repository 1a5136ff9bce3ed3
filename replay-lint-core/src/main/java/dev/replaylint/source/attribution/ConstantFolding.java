package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
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
import com.github.javaparser.ast.type.PrimitiveType;
import dev.replaylint.program.ConstantArithmetic;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.Map;
import java.util.Optional;

/**
 * Values of constant variables as far as literals, operators, casts to primitive types and constants of the same class say them
 * (JLS 15.29). Comparisons and choices are left out.
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

    /** The value of an expression of literals only. */
    public static Optional<Object> value(Expression e) {
        return fold(e, Map.of());
    }

    private static Optional<Object> fold(Expression e, Map<String, Object> constants) {
        if (e instanceof EnclosedExpr p) {
            return fold(p.getInner(), constants);
        }
        if (e instanceof NameExpr n) {
            return Optional.ofNullable(constants.get(n.getNameAsString()));
        }
        if (e instanceof UnaryExpr u) {
            return fold(u.getExpression(), constants)
                    .flatMap(v -> ConstantArithmetic.unary(u.getOperator().asString(), v));
        }
        if (e instanceof BinaryExpr b) {
            return joined(b, constants);
        }
        if (e instanceof CastExpr c && c.getType() instanceof PrimitiveType type) {
            return fold(c.getExpression(), constants)
                    .flatMap(v -> ConstantArithmetic.converted(
                            v, Primitive.valueOf(type.getType().name())));
        }
        return literal(e);
    }

    private static Optional<Object> joined(BinaryExpr e, Map<String, Object> constants) {
        Optional<Object> left = fold(e.getLeft(), constants);
        Optional<Object> right = left.isPresent() ? fold(e.getRight(), constants) : Optional.empty();
        if (right.isEmpty()) {
            return Optional.empty();
        }
        boolean ofStrings = left.get() instanceof String || right.get() instanceof String;
        if (!ofStrings || e.getOperator() != BinaryExpr.Operator.PLUS) {
            return ConstantArithmetic.binary(e.getOperator().asString(), left.get(), right.get());
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

    private static Optional<Object> converted(Object value, JavaType type) {
        boolean isNumber = value instanceof Number || value instanceof Character;
        if (isNumber && type instanceof Primitive p && p != Primitive.CHAR) {
            return ConstantArithmetic.converted(value, p);
        }
        boolean fits = (value instanceof String && type.equals(JavaType.STRING))
                || (value instanceof Boolean && type == Primitive.BOOLEAN)
                || (value instanceof Character && type == Primitive.CHAR);
        return fits ? Optional.of(value) : Optional.empty();
    }
}
