package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.replaylint.program.Block;
import dev.replaylint.program.Value;
import java.util.Optional;

/** Lowers statements. */
final class Statements {

    private static final Optional<String> UNLABELLED = Optional.empty();

    private final Lowering to;
    private final LoopStatements loops;

    Statements(Lowering to) {
        this.to = to;
        this.loops = new LoopStatements(to);
    }

    void lower(Statement s) {
        lower(s, UNLABELLED);
    }

    private void lower(Statement s, Optional<String> label) {
        if (s instanceof BlockStmt block) {
            block.getStatements().forEach(this::lower);
        } else if (s instanceof ExpressionStmt expression) {
            to.expressions.statement(expression.getExpression());
        } else if (s instanceof ReturnStmt result) {
            returning(result);
        } else if (s instanceof IfStmt choice) {
            choice(choice);
        } else if (s instanceof ForEachStmt loop) {
            loops.forEach(loop, label);
        } else if (s instanceof ForStmt loop) {
            loops.counted(loop, label);
        } else if (s instanceof WhileStmt loop) {
            loops.whileTrue(loop, label);
        } else if (s instanceof DoStmt loop) {
            loops.doWhile(loop, label);
        } else if (s instanceof LabeledStmt labeled) {
            labeled(labeled);
        } else {
            lessCommon(s);
        }
    }

    private void lessCommon(Statement s) {
        if (s instanceof TryStmt guarded) {
            to.tries.lower(guarded);
        } else if (s instanceof ThrowStmt failure) {
            to.builder.throwing(to.expressions.value(failure.getExpression()), to.at(failure));
        } else if (s instanceof SwitchStmt choice) {
            to.switches.lower(choice);
        } else if (s instanceof BreakStmt leave) {
            leave.getLabel().ifPresentOrElse(l -> leave(Optional.of(l.getIdentifier())), () -> leave(UNLABELLED));
        } else if (s instanceof ContinueStmt next) {
            next.getLabel().ifPresentOrElse(l -> next(Optional.of(l.getIdentifier())), () -> next(UNLABELLED));
        } else if (s instanceof YieldStmt result) {
            to.switches.yieldTo(to.expressions.value(result.getExpression()));
        } else if (s instanceof SynchronizedStmt locked) {
            to.tries.locked(locked);
        } else if (s instanceof ExplicitConstructorInvocationStmt call) {
            to.calls.explicitConstructor(call);
        } else if (s instanceof LocalClassDeclarationStmt local) {
            Classes.lowerLocal(to, local.getClassDeclaration());
        } else if (s instanceof LocalRecordDeclarationStmt local) {
            Classes.lowerLocal(to, local.getRecordDeclaration());
        } else if (s instanceof AssertStmt check) {
            assertion(check);
        }
    }

    private void returning(ReturnStmt s) {
        Optional<Value> value = s.getExpression().map(to.expressions::value);
        to.leaveTo(-1, () -> to.builder.returns(value, to.at(s)));
    }

    /** The end of a body without {@code return}. */
    void fallOff(Node declaration) {
        if (to.builder.isReachable()) {
            to.builder.returns(Optional.empty(), to.at(declaration));
        }
    }

    private void choice(IfStmt s) {
        Block then = to.builder.newBlock();
        Block otherwise = to.builder.newBlock();
        Block end = s.getElseStmt().isPresent() ? to.builder.newBlock() : otherwise;
        to.conditions.branch(s.getCondition(), then, otherwise);
        to.builder.enter(then);
        lower(s.getThenStmt());
        to.builder.jump(end);
        if (s.getElseStmt().isPresent()) {
            to.builder.enter(otherwise);
            lower(s.getElseStmt().get());
        }
        to.builder.enter(end);
    }

    private void labeled(LabeledStmt s) {
        Optional<String> label = Optional.of(s.getLabel().getIdentifier());
        Statement inner = s.getStatement();
        if (inner.isForEachStmt() || inner.isForStmt() || inner.isWhileStmt() || inner.isDoStmt()) {
            lower(inner, label);
            return;
        }
        Block end = to.builder.newBlock();
        to.scope.exits.push(Exits.Exit.statement(label, end));
        lower(inner);
        to.scope.exits.pop();
        to.builder.enter(end);
    }

    private void leave(Optional<String> label) {
        to.scope
                .exits
                .breakTarget(label)
                .ifPresent(exit -> to.leaveTo(
                        exit,
                        () -> to.builder.jump(to.scope.exits.get(exit).breakTo().orElseThrow())));
    }

    private void next(Optional<String> label) {
        to.scope
                .exits
                .continueTarget(label)
                .ifPresent(exit -> to.leaveTo(
                        exit,
                        () -> to.builder.jump(
                                to.scope.exits.get(exit).continueTo().orElseThrow())));
    }

    /** Assertions are off unless the JVM is told otherwise, so what follows depends on nothing they compute. */
    private void assertion(AssertStmt s) {
        Block check = to.builder.newBlock();
        Block end = to.builder.newBlock();
        Block fail = to.builder.newBlock();
        to.builder.branch(Value.Unknown.UNKNOWN, check, end, to.at(s));
        to.builder.enter(check);
        to.conditions.branch(s.getCheck(), end, fail);
        to.builder.enter(fail);
        Value detail = s.getMessage().map(to.expressions::value).orElse(Value.Unknown.UNKNOWN);
        to.builder.throwing(detail, to.at(s));
        to.builder.enter(end);
    }
}
