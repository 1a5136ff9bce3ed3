package dev.replaylint.source.attribution;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Whether a lambda body can be the body of a function with or without result (JLS 15.27.2), by its syntax alone.
 *
 * @param asVoid whether it may implement a function without result
 * @param asValue whether it may implement a function with result; a body that only throws may do both
 */
record LambdaShape(boolean asVoid, boolean asValue) {

    static LambdaShape of(LambdaExpr lambda) {
        if (lambda.getBody() instanceof ExpressionStmt s) {
            return new LambdaShape(isStatement(s.getExpression()), true);
        }
        return lambda.getBody() instanceof BlockStmt b ? ofBlock(b) : new LambdaShape(true, true);
    }

    private static LambdaShape ofBlock(BlockStmt block) {
        Deque<Node> open = new ArrayDeque<>(List.of(block));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof ReturnStmt r) {
                boolean value = r.getExpression().isPresent();
                return new LambdaShape(!value, value);
            }
            for (Node child : node.getChildNodes()) {
                boolean code =
                        child instanceof Statement || child instanceof CatchClause || child instanceof SwitchEntry;
                if (code && !(child instanceof BodyDeclaration<?>)) {
                    open.push(child);
                }
            }
        }
        return new LambdaShape(true, !completes(block));
    }

    /** Whether every parameter's type is written down; trivially so if there are no parameters. */
    static boolean isExplicit(LambdaExpr lambda, Scope scope) {
        return lambda.getParameters().stream().noneMatch(p -> TypeNames.isInferred(p.getType(), scope));
    }

    private static boolean isStatement(Expression e) {
        if (e instanceof UnaryExpr u) {
            return switch (u.getOperator()) {
                case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
                default -> false;
            };
        }
        return e instanceof MethodCallExpr || e instanceof ObjectCreationExpr || e instanceof AssignExpr;
    }

    /** Whether control can get past the statement (JLS 14.22), approximately: what is not certain completes. */
    static boolean completes(Statement s) {
        if (s instanceof BlockStmt b) {
            return b.getStatements().stream().allMatch(LambdaShape::completes);
        }
        if (s instanceof IfStmt i) {
            return i.getElseStmt().isEmpty()
                    || completes(i.getThenStmt())
                    || completes(i.getElseStmt().get());
        }
        if (s instanceof TryStmt t) {
            return completesTry(t);
        }
        if (s instanceof SynchronizedStmt y) {
            return completes(y.getBody());
        }
        if (s instanceof LabeledStmt l) {
            return completes(l.getStatement());
        }
        boolean jumps = s instanceof ThrowStmt
                || s instanceof ReturnStmt
                || s instanceof BreakStmt
                || s instanceof ContinueStmt
                || s instanceof YieldStmt;
        return !jumps && !isEndless(s);
    }

    private static boolean completesTry(TryStmt s) {
        boolean endsFinally = s.getFinallyBlock().filter(b -> !completes(b)).isPresent();
        return !endsFinally
                && (completes(s.getTryBlock()) || s.getCatchClauses().stream().anyMatch(c -> completes(c.getBody())));
    }

    private static boolean isEndless(Statement s) {
        Optional<Expression> condition;
        if (s instanceof WhileStmt w) {
            condition = Optional.of(w.getCondition());
        } else if (s instanceof DoStmt d) {
            condition = Optional.of(d.getCondition());
        } else if (s instanceof ForStmt f) {
            condition = f.getCompare();
        } else {
            return false;
        }
        boolean always = condition
                .map(c -> c instanceof BooleanLiteralExpr b && b.getValue())
                .orElse(true);
        return always && s.findFirst(BreakStmt.class).isEmpty();
    }
}
