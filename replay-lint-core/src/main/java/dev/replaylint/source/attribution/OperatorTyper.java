package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.Primitives;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Unary, binary and conditional operators (JLS 15.15 to 15.25). */
final class OperatorTyper {

    private final Typers typers;

    OperatorTyper(Typers typers) {
        this.typers = typers;
    }

    JavaType type(UnaryExpr e, Scope scope) {
        JavaType operand = typers.expressions.type(e.getExpression(), scope, Target.NONE);
        return switch (e.getOperator()) {
            case LOGICAL_COMPLEMENT -> Primitive.BOOLEAN;
            case PLUS, MINUS, BITWISE_COMPLEMENT -> promoted(operand, operand);
            default -> operand;
        };
    }

    /** Iterates over the left operands, since a long concatenation nests as deeply as it is long. */
    JavaType type(BinaryExpr e, Scope scope) {
        Deque<BinaryExpr> chain = new ArrayDeque<>();
        Expression left = e;
        while (left instanceof BinaryExpr b) {
            chain.push(b);
            left = b.getLeft();
        }
        JavaType type = typers.expressions.type(left, scope, Target.NONE);
        while (!chain.isEmpty()) {
            BinaryExpr next = chain.pop();
            JavaType right = typers.expressions.type(next.getRight(), scope, Target.NONE);
            type = result(next.getOperator(), type, right);
            typers.facts.type(next, type);
        }
        return type;
    }

    JavaType result(BinaryExpr.Operator operator, JavaType left, JavaType right) {
        return switch (operator) {
            case PLUS ->
                left.equals(JavaType.STRING) || right.equals(JavaType.STRING) ? JavaType.STRING : promoted(left, right);
            case MINUS, MULTIPLY, DIVIDE, REMAINDER, BINARY_AND, BINARY_OR, XOR -> promoted(left, right);
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> promoted(left, left);
            default -> Primitive.BOOLEAN;
        };
    }

    private static JavaType promoted(JavaType left, JavaType right) {
        JavaType a = Primitives.unboxed(left);
        JavaType b = Primitives.unboxed(right);
        if (a instanceof Primitive p && b instanceof Primitive q) {
            return Primitives.isNumeric(p) && Primitives.isNumeric(q) ? Primitives.promoted(p, q) : p;
        }
        if (a instanceof Primitive) {
            return a;
        }
        return b instanceof Primitive ? b : Special.UNKNOWN;
    }

    JavaType type(ConditionalExpr e, Scope scope, Target target) {
        Scope inside = scope.inner();
        typers.expressions.type(e.getCondition(), inside, Target.NONE);
        JavaType left = typers.expressions.type(e.getThenExpr(), inside, target);
        JavaType right = typers.expressions.type(e.getElseExpr(), inside, target);
        List<JavaType> both = new ArrayList<>(List.of(left, right));
        return common(both);
    }

    /** The type of a conditional or switch expression with operands of these types (JLS 15.25, 15.28.1). */
    JavaType common(List<JavaType> types) {
        boolean anyPrimitive = types.stream().anyMatch(Primitive.class::isInstance);
        boolean allPrimitive = types.stream().allMatch(t -> Primitives.unboxed(t) instanceof Primitive);
        if (!anyPrimitive || !allPrimitive) {
            return typers.bound.of(types);
        }
        JavaType common = Primitives.unboxed(types.get(0));
        for (JavaType type : types) {
            common = common(common, Primitives.unboxed(type));
        }
        return common;
    }

    private static JavaType common(JavaType left, JavaType right) {
        if (left == right || !Primitives.isNumeric(left) || !Primitives.isNumeric(right)) {
            return left;
        }
        // An int constant fits a char; which ints are constants is not looked at.
        boolean chars = (left == Primitive.CHAR && right == Primitive.INT)
                || (left == Primitive.INT && right == Primitive.CHAR);
        return chars ? Primitive.CHAR : Primitives.promoted((Primitive) left, (Primitive) right);
    }
}
