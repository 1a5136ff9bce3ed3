package dev.replaylint.source.attribution;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
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
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.Bounds;
import java.util.List;
import java.util.Optional;

/** Statements: what they declare, and the expressions in them. */
final class StatementTyper {

    private final Typers typers;
    private final Visitor visitor = new Visitor();

    StatementTyper(Typers typers) {
        this.typers = typers;
    }

    void run(Statement statement, Scope scope) {
        statement.accept(visitor, scope);
    }

    /** Runs statements one after the other in the same scope. */
    void runAll(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            statement.accept(visitor, scope);
        }
    }

    private void value(Expression e, Scope scope) {
        typers.expressions.type(e, scope, Target.NONE);
    }

    /** A class declared in a block is a name in the rest of it. */
    private void declare(TypeDeclaration<?> type, Scope scope) {
        SourceHeader header = typers.index.declareLocal(type, scope);
        typers.memberTyper.all(header);
    }

    private JavaType elementOf(JavaType iterable) {
        JavaType type = Bounds.upper(iterable);
        if (type instanceof ArrayType a) {
            return a.element();
        }
        return typers.supertypes
                .asSuper(type, "java.lang.Iterable")
                .map(i -> i.arguments().isEmpty()
                        ? JavaType.OBJECT
                        : Bounds.upper(i.arguments().get(0)))
                .orElse(Special.UNKNOWN);
    }

    private final class Visitor extends VoidVisitorAdapter<Scope> {

        @Override
        public void visit(BlockStmt s, Scope scope) {
            Scope inside = scope.inner();
            typers.facts.scope(s, inside);
            runAll(s.getStatements(), inside);
        }

        @Override
        public void visit(ExpressionStmt s, Scope scope) {
            // Only a declaration is in scope of the statements that follow.
            value(s.getExpression(), s.getExpression().isVariableDeclarationExpr() ? scope : scope.inner());
        }

        @Override
        public void visit(ReturnStmt s, Scope scope) {
            if (s.getExpression().isEmpty()) {
                return;
            }
            Target target = scope.returns().map(Exit::target).orElse(Target.OPEN);
            JavaType type = typers.expressions.type(s.getExpression().get(), scope.inner(), target);
            scope.returns().ifPresent(e -> e.add(type));
        }

        @Override
        public void visit(YieldStmt s, Scope scope) {
            Target target = scope.yields().map(Exit::target).orElse(Target.OPEN);
            JavaType type = typers.expressions.type(s.getExpression(), scope.inner(), target);
            scope.yields().ifPresent(e -> e.add(type));
        }

        /** Iterates over else-ifs, since a chain of them nests as deeply as it is long. */
        @Override
        public void visit(IfStmt s, Scope scope) {
            Scope around = scope;
            Optional<IfStmt> current = Optional.of(s);
            while (current.isPresent()) {
                IfStmt next = current.get();
                Scope condition = around.inner();
                value(next.getCondition(), condition);
                branch(next.getThenStmt(), next.getCondition(), true, condition);
                introduceAfter(next, condition, scope);
                Optional<Statement> otherwise = next.getElseStmt();
                current = otherwise.filter(IfStmt.class::isInstance).map(IfStmt.class::cast);
                if (current.isPresent()) {
                    around = around.inner();
                    PatternTyper.introduce(next.getCondition(), false, condition, around);
                } else if (otherwise.isPresent()) {
                    branch(otherwise.get(), next.getCondition(), false, condition);
                }
            }
        }

        /** Variables of the condition that the statements after it see (JLS 6.3.2.2). */
        private void introduceAfter(IfStmt s, Scope condition, Scope after) {
            boolean passesThen = LambdaShape.completes(s.getThenStmt());
            boolean passesElse = s.getElseStmt().map(LambdaShape::completes).orElse(true);
            if (!passesThen && passesElse) {
                PatternTyper.introduce(s.getCondition(), false, condition, after);
            } else if (passesThen && !passesElse) {
                PatternTyper.introduce(s.getCondition(), true, condition, after);
            }
        }

        private void branch(Statement body, Expression condition, boolean value, Scope from) {
            Scope inside = from.parent().orElse(from).inner();
            PatternTyper.introduce(condition, value, from, inside);
            run(body, inside);
        }

        @Override
        public void visit(ForStmt s, Scope scope) {
            Scope inside = scope.inner();
            s.getInitialization().forEach(e -> value(e, inside));
            s.getCompare().ifPresent(e -> value(e, inside));
            s.getUpdate().forEach(e -> value(e, inside));
            run(s.getBody(), inside);
        }

        @Override
        public void visit(ForEachStmt s, Scope scope) {
            Scope inside = scope.inner();
            typers.facts.scope(s, inside);
            JavaType iterable = typers.expressions.type(s.getIterable(), inside, Target.NONE);
            VariableDeclarator variable = s.getVariableDeclarator();
            JavaType type = TypeNames.isInferred(variable.getType(), scope)
                    ? elementOf(iterable)
                    : typers.names.resolve(variable.getType(), scope);
            inside.declare(variable.getNameAsString(), type);
            run(s.getBody(), inside);
        }

        @Override
        public void visit(WhileStmt s, Scope scope) {
            Scope condition = scope.inner();
            value(s.getCondition(), condition);
            branch(s.getBody(), s.getCondition(), true, condition);
            PatternTyper.introduce(s.getCondition(), false, condition, scope);
        }

        @Override
        public void visit(DoStmt s, Scope scope) {
            run(s.getBody(), scope.inner());
            Scope condition = scope.inner();
            value(s.getCondition(), condition);
            PatternTyper.introduce(s.getCondition(), false, condition, scope);
        }

        @Override
        public void visit(TryStmt s, Scope scope) {
            Scope inside = scope.inner();
            s.getResources().forEach(r -> value(r, inside));
            run(s.getTryBlock(), inside);
            s.getCatchClauses().forEach(c -> caught(c, scope));
            s.getFinallyBlock().ifPresent(b -> run(b, scope));
        }

        private void caught(CatchClause clause, Scope scope) {
            Scope inside = scope.inner();
            JavaType type = typers.names.resolve(clause.getParameter().getType(), scope);
            inside.declare(clause.getParameter().getNameAsString(), type);
            run(clause.getBody(), inside);
        }

        @Override
        public void visit(ThrowStmt s, Scope scope) {
            value(s.getExpression(), scope.inner());
        }

        @Override
        public void visit(SwitchStmt s, Scope scope) {
            typers.switches.run(s, scope);
        }

        @Override
        public void visit(SynchronizedStmt s, Scope scope) {
            value(s.getExpression(), scope);
            run(s.getBody(), scope);
        }

        @Override
        public void visit(LabeledStmt s, Scope scope) {
            run(s.getStatement(), scope);
        }

        @Override
        public void visit(AssertStmt s, Scope scope) {
            Scope inside = scope.inner();
            value(s.getCheck(), inside);
            s.getMessage().ifPresent(m -> value(m, inside));
        }

        @Override
        public void visit(ExplicitConstructorInvocationStmt s, Scope scope) {
            typers.creations.constructorCall(s, scope);
        }

        @Override
        public void visit(LocalClassDeclarationStmt s, Scope scope) {
            declare(s.getClassDeclaration(), scope);
        }

        @Override
        public void visit(LocalRecordDeclarationStmt s, Scope scope) {
            declare(s.getRecordDeclaration(), scope);
        }
    }
}
