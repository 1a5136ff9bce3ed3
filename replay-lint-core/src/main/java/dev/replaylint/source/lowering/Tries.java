package dev.replaylint.source.lowering;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import dev.replaylint.program.Block;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers {@code try}, its resources, and {@code synchronized}. Cleanup code is copied to every way out, as the compiler does. */
final class Tries {

    private static final String THROWABLE = "java.lang.Throwable";

    private final Lowering to;

    Tries(Lowering to) {
        this.to = to;
    }

    void lower(TryStmt s) {
        if (s.getFinallyBlock().isPresent()) {
            BlockStmt cleanup = s.getFinallyBlock().get();
            Node first =
                    cleanup.getStatements().getFirst().map(Node.class::cast).orElse(cleanup);
            Block end = to.builder.newBlock();
            int outside = to.scope.exits.innermost();
            Runnable leave = () -> to.leaveTo(outside, () -> to.builder.jump(end));
            cleaned(() -> catching(s, leave), () -> to.statements.lower(cleanup), to.at(first), end);
        } else {
            Block end = to.builder.newBlock();
            catching(s, () -> to.builder.jump(end));
            to.builder.enter(end);
        }
    }

    /** The body and each clause end by themselves: the compiler copies the cleanup to each of these ends. */
    private void catching(TryStmt s, Runnable leave) {
        List<TryRange.Handler> handlers = new ArrayList<>();
        List<Block> starts = new ArrayList<>();
        for (CatchClause clause : s.getCatchClauses()) {
            Block start = to.builder.newBlock();
            starts.add(start);
            handlers.add(new TryRange.Handler(types(clause.getParameter().getType()), start, to.at(clause)));
        }
        List<TryRange> outside = to.protecting();
        if (handlers.isEmpty()) {
            resources(s, 0);
        } else {
            guarded(new TryRange(handlers), () -> resources(s, 0));
        }
        leave(leave);
        for (int i = 0; i < starts.size(); i++) {
            to.builder.protectedBy(outside);
            to.builder.enter(starts.get(i));
            CatchClause clause = s.getCatchClauses().get(i);
            to.scope.declare(
                    clause.getParameter().getNameAsString(), handlers.get(i).caught());
            to.statements.lower(clause.getBody());
            leave(leave);
        }
    }

    private void leave(Runnable leave) {
        if (to.builder.isReachable()) {
            leave.run();
        }
    }

    private List<String> types(Type caught) {
        if (caught.isUnionType()) {
            return caught.asUnionType().getElements().stream()
                    .map(t -> Literals.className(to.unit.attribution.declaredType(t, t)))
                    .toList();
        }
        return List.of(Literals.className(to.unit.attribution.declaredType(caught, caught)));
    }

    private void guarded(TryRange range, Runnable body) {
        List<TryRange> outside = to.protecting();
        List<TryRange> inside = new ArrayList<>(outside);
        inside.add(range);
        to.protect(List.copyOf(inside));
        body.run();
        to.protect(outside);
    }

    private void resources(TryStmt s, int next) {
        if (next == s.getResources().size()) {
            to.statements.lower(s.getTryBlock());
            return;
        }
        Expression resource = s.getResources().get(next);
        Value opened = to.expressions.value(resource);
        JavaType type = to.unit.attribution.type(resource);
        Location at = to.at(resource);
        boolean made = false;
        if (resource instanceof VariableDeclarationExpr declaration) {
            var variable = declaration.getVariable(0);
            opened = to.builder.read(variable.getNameAsString());
            type = variable.getInitializer().map(to.unit.attribution::type).orElse(type);
            made = variable.getInitializer().filter(Tries::isNew).isPresent();
        }
        Value closed = opened;
        String owner = Erasure.of(type) instanceof JavaType.ClassType c ? c.name() : "java.lang.AutoCloseable";
        Runnable close = () -> close(owner, closed, at);
        closing(() -> resources(s, next + 1), made ? close : () -> unlessNull(closed, close, at), at);
    }

    private static boolean isNew(Expression e) {
        return e instanceof EnclosedExpr inside ? isNew(inside.getInner()) : e.isObjectCreationExpr();
    }

    private void unlessNull(Value resource, Runnable close, Location at) {
        Block open = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.builder.branch(new Value.Derived("!=", List.of(resource, Value.Null.NULL)), open, end, at);
        to.builder.enter(open);
        close.run();
        to.builder.jump(end);
        to.builder.enter(end);
    }

    private void close(String owner, Value resource, Location at) {
        MethodKey key = new MethodKey(owner, "close", "()V");
        to.builder.discard(to.builder.call(key, Dispatch.VIRTUAL, Optional.of(resource), List.of(), false, at));
    }

    /** Closes a resource as JLS 14.20.3.1 says, as the compiler does without a test for null of what was just made: what closing throws after a failure is added to the failure, which goes on. */
    private void closing(Runnable body, Runnable close, Location at) {
        List<TryRange> outside = to.protecting();
        Block handler = to.builder.newBlock();
        Block secondHandler = to.builder.newBlock();
        Block goOn = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.scope.exits.push(Exits.Exit.cleanup(close, outside));
        guarded(range(handler, at), body);
        to.scope.exits.pop();
        if (to.builder.isReachable()) {
            close.run();
        }
        to.builder.jump(end);
        to.builder.enter(handler);
        guarded(range(secondHandler, at), close);
        to.builder.jump(goOn);
        to.builder.enter(secondHandler);
        Value failure = new Value.Caught(List.of(THROWABLE), handler);
        Value second = new Value.Caught(List.of(THROWABLE), secondHandler);
        MethodKey add = new MethodKey(THROWABLE, "addSuppressed", "(Ljava/lang/Throwable;)V");
        to.builder.call(add, Dispatch.VIRTUAL, Optional.of(failure), List.of(second), false, at);
        to.builder.enter(goOn);
        to.builder.throwing(failure, new Location("", 0, 0));
        to.builder.enter(end);
    }

    private static TryRange range(Block handler, Location at) {
        return new TryRange(List.of(new TryRange.Handler(List.of(THROWABLE), handler, at)));
    }

    /** Runs the body, and the cleanup on every way out of it. */
    private void cleaned(Runnable body, Runnable cleanup, Location at, Block end) {
        List<TryRange> outside = to.protecting();
        Block handler = to.builder.newBlock();
        to.scope.exits.push(Exits.Exit.cleanup(cleanup, outside));
        guarded(new TryRange(List.of(new TryRange.Handler(List.of(), handler, at))), body);
        to.scope.exits.pop();
        if (to.builder.isReachable()) {
            cleanup.run();
        }
        to.builder.jump(end);
        to.builder.enter(handler);
        cleanup.run();
        to.builder.throwing(new Value.Caught(List.of(), handler), new Location("", 0, 0));
        to.builder.enter(end);
    }

    void locked(SynchronizedStmt s) {
        Value monitor = to.expressions.value(s.getExpression());
        to.builder.enterMonitor(monitor);
        Block end = to.builder.newBlock();
        cleaned(() -> to.statements.lower(s.getBody()), () -> to.builder.exitMonitor(monitor), to.at(s), end);
    }
}
