package dev.replaylint.source.lowering;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.replaylint.program.Block;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import java.util.List;
import java.util.Optional;

/** Lowers loops. A {@code for} over a collection becomes a loop over its iterator, one over an array a counted loop (JLS 14.14.2). */
final class LoopStatements {

    private final Lowering to;

    LoopStatements(Lowering to) {
        this.to = to;
    }

    void whileTrue(WhileStmt s, Optional<String> label) {
        Block header = to.builder.newLoopHeader();
        Block body = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.builder.enter(header);
        to.conditions.branch(s.getCondition(), body, end);
        to.builder.enter(body);
        inside(label, end, header, s.getBody());
        to.builder.jump(header);
        to.builder.enter(end);
    }

    void doWhile(DoStmt s, Optional<String> label) {
        Block header = to.builder.newLoopHeader();
        Block test = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.builder.enter(header);
        inside(label, end, test, s.getBody());
        to.builder.enter(test);
        to.conditions.branch(s.getCondition(), header, end);
        to.builder.enter(end);
    }

    void counted(ForStmt s, Optional<String> label) {
        s.getInitialization().forEach(to.expressions::value);
        Block header = to.builder.newLoopHeader();
        Block body = to.builder.newBlock();
        Block update = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.builder.enter(header);
        s.getCompare().ifPresentOrElse(c -> to.conditions.branch(c, body, end), () -> to.builder.jump(body));
        to.builder.enter(body);
        inside(label, end, update, s.getBody());
        to.builder.enter(update);
        for (Expression e : s.getUpdate()) {
            to.expressions.statement(e);
        }
        to.builder.jump(header);
        to.builder.enter(end);
    }

    private void inside(Optional<String> label, Block breakTo, Block continueTo, Statement body) {
        to.scope.exits.push(Exits.Exit.loop(label, breakTo, continueTo));
        to.statements.lower(body);
        to.scope.exits.pop();
    }

    void forEach(ForEachStmt s, Optional<String> label) {
        JavaType type = to.unit.attribution.type(s.getIterable());
        Value iterated = to.expressions.value(s.getIterable());
        String variable = s.getVariableDeclarator().getNameAsString();
        Location at = to.at(s.getIterable());
        if (type instanceof JavaType.ArrayType) {
            overArray(s, label, iterated, variable);
        } else {
            overIterator(s, label, iterator(type, iterated, at), variable);
        }
    }

    private Value iterator(JavaType type, Value iterated, Location at) {
        String owner = Erasure.of(type) instanceof JavaType.ClassType c ? c.name() : "java.lang.Iterable";
        MethodKey key = new MethodKey(owner, "iterator", "()Ljava/util/Iterator;");
        return to.builder.call(key, Dispatch.VIRTUAL, Optional.of(iterated), List.of(), false, at);
    }

    private void overIterator(ForEachStmt s, Optional<String> label, Value iterator, String variable) {
        Location at = to.at(s.getIterable());
        Block header = to.builder.newLoopHeader();
        Block body = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.builder.enter(header);
        to.builder.branch(onIterator("hasNext", "()Z", iterator, at), body, end, at);
        to.builder.enter(body);
        to.scope.declare(variable, onIterator("next", "()Ljava/lang/Object;", iterator, at));
        inside(label, end, header, s.getBody());
        to.builder.jump(header);
        to.builder.enter(end);
    }

    private Value onIterator(String method, String descriptor, Value iterator, Location at) {
        MethodKey key = new MethodKey("java.util.Iterator", method, descriptor);
        return to.builder.call(key, Dispatch.VIRTUAL, Optional.of(iterator), List.of(), false, at);
    }

    private void overArray(ForEachStmt s, Optional<String> label, Value array, String variable) {
        Object index = to.scope.temporary();
        to.builder.write(index, new Value.Constant(0));
        Block header = to.builder.newLoopHeader();
        Block body = to.builder.newBlock();
        Block update = to.builder.newBlock();
        Block end = to.builder.newBlock();
        to.builder.enter(header);
        Value length = new Value.Derived("length", List.of(array));
        Value more = new Value.Derived("<", List.of(to.builder.read(index), length));
        to.builder.branch(more, body, end, to.at(s.getIterable()));
        to.builder.enter(body);
        to.scope.declare(variable, Value.Element.at(array, to.builder.read(index)));
        inside(label, end, update, s.getBody());
        to.builder.enter(update);
        to.builder.write(index, new Value.Derived("++", List.of(to.builder.read(index))));
        to.builder.jump(header);
        to.builder.enter(end);
    }
}
