package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.replaylint.program.ConstantArithmetic;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.source.attribution.FieldRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lowers operators and assignments. */
final class Operators {

    private final Lowering to;

    Operators(Lowering to) {
        this.to = to;
    }

    Value value(Expression e) {
        if (Conditions.isShortCut(e)) {
            return to.conditions.asValue(e);
        }
        if (e instanceof BinaryExpr binary) {
            return binary(binary);
        }
        return e instanceof UnaryExpr unary ? unary(unary) : assign((AssignExpr) e);
    }

    /** Walks the left spine in a loop: concatenations of thousands of terms exist. */
    private Value binary(BinaryExpr e) {
        Deque<BinaryExpr> spine = new ArrayDeque<>();
        Expression left = e;
        while (left instanceof BinaryExpr binary && !Conditions.isShortCut(binary)) {
            spine.push(binary);
            left = binary.getLeft();
        }
        Value result = to.expressions.value(left);
        for (BinaryExpr binary : spine) {
            Value right = to.expressions.value(binary.getRight());
            result = isText(binary)
                    ? concatenated(asText(result, binary.getLeft()), asText(right, binary.getRight()))
                    : computed(binary, result, right);
        }
        return result;
    }

    private Value computed(BinaryExpr e, Value left, Value right) {
        String operator = e.getOperator().asString();
        Optional<Object> constant = constant(left, e)
                .flatMap(a -> constant(right, e).flatMap(b -> ConstantArithmetic.binary(operator, a, b)));
        return constant.<Value>map(Value.Constant::new).orElse(new Value.Derived(operator, List.of(left, right)));
    }

    /** A constant operand, as the number that the result is. */
    private Optional<Object> constant(Value operand, Expression result) {
        return operand instanceof Value.Constant c && to.unit.attribution.type(result) instanceof Primitive type
                ? ConstantArithmetic.converted(c.constant(), type)
                : Optional.empty();
    }

    private boolean isText(Expression e) {
        return JavaType.STRING.equals(to.unit.attribution.type(e));
    }

    private Value asText(Value part, Expression e) {
        return to.builder.asText(part, to.unit.attribution.type(e).descriptor(), to.at(e));
    }

    private static Value concatenated(Value left, Value right) {
        if (left instanceof Value.Constant a && right instanceof Value.Constant b && !isClass(a) && !isClass(b)) {
            return new Value.Constant(String.valueOf(a.constant()) + b.constant());
        }
        List<Value> parts = new ArrayList<>(left instanceof Value.Template template ? template.parts() : List.of(left));
        parts.add(right);
        return new Value.Template(parts);
    }

    private static boolean isClass(Value.Constant constant) {
        return constant.constant() instanceof Value.ClassLiteral;
    }

    private Value unary(UnaryExpr e) {
        Value operand = to.expressions.value(e.getExpression());
        String operator = e.getOperator().asString();
        Optional<Object> constant = constant(operand, e).flatMap(c -> ConstantArithmetic.unary(operator, c));
        Value result = constant.<Value>map(Value.Constant::new).orElse(new Value.Derived(operator, List.of(operand)));
        return switch (e.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT -> store(e.getExpression(), result);
            case POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
                store(e.getExpression(), result);
                yield operand;
            }
            default -> result;
        };
    }

    private Value assign(AssignExpr e) {
        if (e.getOperator() == AssignExpr.Operator.ASSIGN) {
            return store(e.getTarget(), () -> to.expressions.value(e.getValue()));
        }
        Value before = to.expressions.value(e.getTarget());
        Value operand = to.expressions.value(e.getValue());
        Value result = isText(e.getTarget())
                ? concatenated(before, asText(operand, e.getValue()))
                : new Value.Derived(e.getOperator().asString(), List.of(before, operand));
        return store(e.getTarget(), result);
    }

    private Value store(Expression target, Value value) {
        return store(target, () -> value);
    }

    /** Evaluates the target's qualifier, then the value, then assigns (JLS 15.26.1). */
    private Value store(Expression target, java.util.function.Supplier<Value> value) {
        if (target instanceof EnclosedExpr enclosed) {
            return store(enclosed.getInner(), value);
        }
        Optional<FieldRef> field = to.unit.attribution.field(target);
        if (field.isPresent()) {
            return storeField(target, field.get(), value);
        }
        if (target instanceof ArrayAccessExpr access) {
            Value array = to.expressions.value(access.getName());
            to.expressions.value(access.getIndex());
            Value stored = value.get();
            to.builder.arrayWrite(array, stored, to.at(access));
            return stored;
        }
        Value stored = value.get();
        if (target instanceof NameExpr name) {
            to.scope.declare(name.getNameAsString(), stored);
        }
        return stored;
    }

    private Value storeField(Expression target, FieldRef field, java.util.function.Supplier<Value> value) {
        Optional<Value> receiver = Optional.empty();
        if (!field.isStatic()) {
            boolean qualified = target instanceof FieldAccessExpr;
            receiver = Optional.of(
                    qualified
                            ? to.expressions.value(((FieldAccessExpr) target).getScope())
                            : to.expressions.instanceOf(field.owner(), to.at(target)));
        }
        Value stored = value.get();
        to.builder.fieldWrite(new FieldKey(field.owner(), field.name()), receiver, stored, to.at(target));
        return stored;
    }
}
