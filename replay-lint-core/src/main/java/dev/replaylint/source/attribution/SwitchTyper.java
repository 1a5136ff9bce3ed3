package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.source.types.Bounds;

/** Switch statements and expressions. */
final class SwitchTyper {

    private final Typers typers;

    SwitchTyper(Typers typers) {
        this.typers = typers;
    }

    JavaType type(SwitchExpr e, Scope scope, Target target) {
        JavaType selector = Bounds.upper(typers.expressions.type(e.getSelector(), scope, Target.NONE));
        Exit exit = new Exit(target);
        Scope inside = scope.yielding(exit);
        for (SwitchEntry entry : e.getEntries()) {
            Scope entryScope = entry(entry, selector, inside);
            if (entry.getType() == SwitchEntry.Type.EXPRESSION && entry.getStatement(0) instanceof ExpressionStmt s) {
                exit.add(typers.expressions.type(s.getExpression(), entryScope, target));
            } else {
                typers.statements.runAll(entry.getStatements(), entryScope);
            }
        }
        boolean conditional = !target.isNone() && exit.types().isEmpty();
        return conditional ? target.type() : typers.operators.common(exit.types());
    }

    void run(SwitchStmt s, Scope scope) {
        JavaType selector = Bounds.upper(typers.expressions.type(s.getSelector(), scope, Target.NONE));
        Scope inside = scope.inner();
        for (SwitchEntry entry : s.getEntries()) {
            typers.statements.runAll(entry.getStatements(), entry(entry, selector, inside));
        }
    }

    /** Attributes the labels. Groups of statements share one scope: what one declares, the next may assign. */
    private Scope entry(SwitchEntry entry, JavaType selector, Scope around) {
        Scope scope = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP ? around : around.inner();
        typers.facts.scope(entry, scope);
        for (Expression label : entry.getLabels()) {
            label(label, selector, scope);
        }
        entry.getGuard().ifPresent(g -> typers.expressions.type(g, scope, Target.NONE));
        return scope;
    }

    private void label(Expression label, JavaType selector, Scope scope) {
        if (label instanceof ComponentPatternExpr p) {
            typers.patterns.declare(p, selector, scope);
        } else if (label instanceof NameExpr n && isEnum(selector)) {
            typers.nameTyper.enumConstant(n, selector);
        } else {
            typers.expressions.type(label, scope, Target.of(selector));
        }
    }

    private boolean isEnum(JavaType selector) {
        return selector instanceof ClassType c
                && typers.index
                        .find(c.name())
                        .filter(h -> h.kind() == ClassKind.ENUM)
                        .isPresent();
    }
}
