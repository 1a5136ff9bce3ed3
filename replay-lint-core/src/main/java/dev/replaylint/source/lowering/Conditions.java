package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.Block;
import dev.replaylint.program.Value;
import java.util.Optional;

/** Lowers boolean expressions to branches, with the short cuts of {@code &&}, {@code ||} and {@code !}. */
final class Conditions {

    private final Lowering to;

    Conditions(Lowering to) {
        this.to = to;
    }

    /** Ends the block: to {@code whenTrue} or {@code whenFalse}. */
    void branch(Expression e, Block whenTrue, Block whenFalse) {
        if (e instanceof EnclosedExpr enclosed) {
            branch(enclosed.getInner(), whenTrue, whenFalse);
        } else if (e instanceof BooleanLiteralExpr literal) {
            to.builder.jump(literal.getValue() ? whenTrue : whenFalse);
        } else if (isNot(e)) {
            branch(((UnaryExpr) e).getExpression(), whenFalse, whenTrue);
        } else if (e instanceof BinaryExpr both && both.getOperator() == BinaryExpr.Operator.AND) {
            Block right = to.builder.newBlock();
            branch(both.getLeft(), right, whenFalse);
            to.builder.enter(right);
            branch(both.getRight(), whenTrue, whenFalse);
        } else if (e instanceof BinaryExpr either && either.getOperator() == BinaryExpr.Operator.OR) {
            Block right = to.builder.newBlock();
            branch(either.getLeft(), whenTrue, right);
            to.builder.enter(right);
            branch(either.getRight(), whenTrue, whenFalse);
        } else if (e instanceof ConditionalExpr conditional) {
            branchOnChoice(conditional, whenTrue, whenFalse);
        } else {
            Value value = e instanceof InstanceOfExpr test ? test(test) : to.expressions.value(e);
            Optional<Boolean> constant = constant(value, e);
            if (constant.isPresent()) {
                to.builder.jump(constant.get() ? whenTrue : whenFalse);
            } else {
                to.builder.branch(value, whenTrue, whenFalse, to.at(e));
            }
        }
    }

    /** Of {@code if (DEBUG)} with a field that is a constant, compilers leave in class files what runs, and nothing else (JLS 14.22). */
    private Optional<Boolean> constant(Value value, Expression e) {
        return value instanceof Value.Constant c
                        && c.constant() instanceof Boolean holds
                        && to.unit.attribution.field(e).isPresent()
                ? Optional.of(holds)
                : Optional.empty();
    }

    private void branchOnChoice(ConditionalExpr e, Block whenTrue, Block whenFalse) {
        Block then = to.builder.newBlock();
        Block otherwise = to.builder.newBlock();
        branch(e.getCondition(), then, otherwise);
        to.builder.enter(then);
        branch(e.getThenExpr(), whenTrue, whenFalse);
        to.builder.enter(otherwise);
        branch(e.getElseExpr(), whenTrue, whenFalse);
    }

    static boolean isShortCut(Expression e) {
        return isNot(e)
                || e instanceof BinaryExpr b
                        && (b.getOperator() == BinaryExpr.Operator.AND || b.getOperator() == BinaryExpr.Operator.OR);
    }

    private static boolean isNot(Expression e) {
        return e instanceof UnaryExpr u && u.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
    }

    /** A boolean expression as a value: true or false, depending on where the branches lead. */
    Value asValue(Expression e) {
        if (e instanceof InstanceOfExpr test) {
            return test(test);
        }
        Object result = to.scope.temporary();
        Block yes = to.builder.newBlock();
        Block no = to.builder.newBlock();
        Block end = to.builder.newBlock();
        branch(e, yes, no);
        to.builder.enter(yes);
        to.builder.write(result, new Value.Constant(true));
        to.builder.jump(end);
        to.builder.enter(no);
        to.builder.write(result, new Value.Constant(false));
        to.builder.enter(end);
        return to.builder.read(result);
    }

    /** Pattern variables are bound whether the test succeeds or not: the compiler lets nobody read them where it failed. */
    private Value test(InstanceOfExpr e) {
        Value tested = to.expressions.value(e.getExpression());
        e.getPattern().ifPresent(p -> to.patterns.bind(p, tested));
        Type type = e.getPattern().<Type>map(PatternExpr::getType).orElse(e.getType());
        return Value.Derived.instanceOf(tested, Literals.className(to.unit.attribution.declaredType(type, e)));
    }
}
