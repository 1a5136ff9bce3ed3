package dev.replaylint.source.attribution;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.visitor.GenericVisitorAdapter;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Primitives;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Expressions of all kinds, each attributed once. */
final class ExpressionTyper {

    private final Typers typers;
    private final Visitor visitor = new Visitor();

    ExpressionTyper(Typers typers) {
        this.typers = typers;
    }

    /** The type of an expression, which is recorded. */
    JavaType type(Expression e, Scope scope, Target target) {
        JavaType visited = e.accept(visitor, new Place(scope, target));
        JavaType type = visited == null ? Special.UNKNOWN : visited;
        typers.facts.type(e, type);
        return type;
    }

    /** Where an expression stands. */
    private record Place(Scope scope, Target target) {}

    private JavaType standalone(Expression e, Place at) {
        return type(e, at.scope(), Target.NONE);
    }

    private final class Visitor extends GenericVisitorAdapter<JavaType, Place> {

        @Override
        public JavaType visit(NameExpr e, Place at) {
            return typers.nameTyper.qualifier(e, at.scope()).site();
        }

        @Override
        public JavaType visit(FieldAccessExpr e, Place at) {
            return typers.nameTyper.qualifier(e, at.scope()).site();
        }

        @Override
        public JavaType visit(TypeExpr e, Place at) {
            return typers.nameTyper.qualifier(e, at.scope()).site();
        }

        @Override
        public JavaType visit(MethodCallExpr e, Place at) {
            return typers.calls.type(e, at.scope(), at.target());
        }

        @Override
        public JavaType visit(ObjectCreationExpr e, Place at) {
            return typers.creations.type(e, at.scope(), at.target());
        }

        @Override
        public JavaType visit(LambdaExpr e, Place at) {
            return typers.lambdas.type(e, at.scope(), at.target());
        }

        @Override
        public JavaType visit(MethodReferenceExpr e, Place at) {
            return typers.references.type(e, at.scope(), at.target());
        }

        @Override
        public JavaType visit(SwitchExpr e, Place at) {
            return typers.switches.type(e, at.scope(), at.target());
        }

        @Override
        public JavaType visit(ConditionalExpr e, Place at) {
            return typers.operators.type(e, at.scope(), at.target());
        }

        @Override
        public JavaType visit(BinaryExpr e, Place at) {
            return typers.operators.type(e, at.scope());
        }

        @Override
        public JavaType visit(UnaryExpr e, Place at) {
            return typers.operators.type(e, at.scope());
        }

        @Override
        public JavaType visit(EnclosedExpr e, Place at) {
            return type(e.getInner(), at.scope(), at.target());
        }

        @Override
        public JavaType visit(AssignExpr e, Place at) {
            JavaType target = standalone(e.getTarget(), at);
            type(e.getValue(), at.scope(), Target.of(target));
            return target;
        }

        /** A cast gives lambdas their type; calls stand alone in it (JLS 15.16). */
        @Override
        public JavaType visit(CastExpr e, Place at) {
            JavaType type = typers.names.resolve(e.getType(), at.scope());
            Expression inner = Argument.inner(e.getExpression());
            boolean standsAlone = inner instanceof MethodCallExpr || inner instanceof ObjectCreationExpr;
            type(e.getExpression(), at.scope(), standsAlone ? Target.NONE : Target.of(type));
            return type;
        }

        @Override
        public JavaType visit(InstanceOfExpr e, Place at) {
            JavaType matched = standalone(e.getExpression(), at);
            e.getPattern().ifPresent(p -> typers.patterns.declare(p, matched, at.scope()));
            return Primitive.BOOLEAN;
        }

        @Override
        public JavaType visit(ThisExpr e, Place at) {
            if (e.getTypeName().isEmpty()) {
                return at.scope()
                        .enclosingClass()
                        .<JavaType>map(ClassHeader::type)
                        .orElse(Special.UNKNOWN);
            }
            return named(e.getTypeName().get(), at.scope());
        }

        private JavaType named(Name name, Scope scope) {
            JavaType type = typers.names.simple(name.getIdentifier(), scope).orElse(Special.UNKNOWN);
            Optional<ClassHeader> header = type instanceof ClassType c ? typers.index.find(c.name()) : Optional.empty();
            return header.<JavaType>map(ClassHeader::type).orElse(type);
        }

        @Override
        public JavaType visit(SuperExpr e, Place at) {
            Optional<SourceHeader> enclosing = at.scope().enclosingClass();
            if (e.getTypeName().isEmpty()) {
                return superclass(enclosing);
            }
            JavaType named = named(e.getTypeName().get(), at.scope());
            Optional<ClassHeader> header =
                    named instanceof ClassType c ? typers.index.find(c.name()) : Optional.empty();
            if (header.filter(ClassHeader::isInterface).isEmpty()) {
                return superclass(header);
            }
            return enclosing
                    .flatMap(c ->
                            typers.supertypes.asSuper(c.type(), header.get().name()))
                    .<JavaType>map(t -> t)
                    .orElse(named);
        }

        private JavaType superclass(Optional<? extends ClassHeader> header) {
            return header.flatMap(ClassHeader::superclass).<JavaType>map(t -> t).orElse(JavaType.OBJECT);
        }

        @Override
        public JavaType visit(ClassExpr e, Place at) {
            JavaType type = typers.names.resolve(e.getType(), at.scope());
            return new ClassType("java.lang.Class", List.of(Primitives.boxed(type)));
        }

        @Override
        public JavaType visit(ArrayAccessExpr e, Place at) {
            JavaType array = Bounds.upper(standalone(e.getName(), at));
            standalone(e.getIndex(), at);
            return array instanceof ArrayType a ? a.element() : Special.UNKNOWN;
        }

        @Override
        public JavaType visit(ArrayCreationExpr e, Place at) {
            JavaType type = typers.names.resolve(e.getElementType(), at.scope());
            for (var level : e.getLevels()) {
                level.getDimension().ifPresent(d -> standalone(d, at));
                type = new ArrayType(type);
            }
            Target target = Target.of(type);
            e.getInitializer().ifPresent(i -> type(i, at.scope(), target));
            return type;
        }

        @Override
        public JavaType visit(ArrayInitializerExpr e, Place at) {
            JavaType element = at.target().type() instanceof ArrayType a ? a.element() : Special.UNKNOWN;
            e.getValues().forEach(v -> type(v, at.scope(), Target.of(element)));
            return at.target().type();
        }

        @Override
        public JavaType visit(VariableDeclarationExpr e, Place at) {
            e.getVariables().forEach(v -> declare(v, at.scope()));
            return Primitive.VOID;
        }

        private void declare(VariableDeclarator variable, Scope scope) {
            boolean inferred = TypeNames.isInferred(variable.getType(), scope);
            JavaType declared = inferred ? Special.UNKNOWN : typers.names.resolve(variable.getType(), scope);
            // A local variable may be named in its own initializer, in a lambda or an assignment.
            scope.declare(variable.getNameAsString(), declared);
            Target target = inferred ? Target.NONE : Target.of(declared);
            Optional<JavaType> value = variable.getInitializer().map(i -> type(i, scope.inner(), target));
            if (inferred) {
                value.ifPresent(t -> scope.declare(variable.getNameAsString(), Bounds.upper(t)));
            }
        }

        @Override
        public JavaType visit(StringLiteralExpr e, Place at) {
            return JavaType.STRING;
        }

        @Override
        public JavaType visit(TextBlockLiteralExpr e, Place at) {
            return JavaType.STRING;
        }

        @Override
        public JavaType visit(BooleanLiteralExpr e, Place at) {
            return Primitive.BOOLEAN;
        }

        @Override
        public JavaType visit(CharLiteralExpr e, Place at) {
            return Primitive.CHAR;
        }

        @Override
        public JavaType visit(IntegerLiteralExpr e, Place at) {
            return Primitive.INT;
        }

        @Override
        public JavaType visit(LongLiteralExpr e, Place at) {
            return Primitive.LONG;
        }

        @Override
        public JavaType visit(DoubleLiteralExpr e, Place at) {
            return e.getValue().toLowerCase(Locale.ROOT).endsWith("f") && !isHexInteger(e.getValue())
                    ? Primitive.FLOAT
                    : Primitive.DOUBLE;
        }

        private boolean isHexInteger(String literal) {
            return literal.startsWith("0x") && literal.indexOf('p') < 0 && literal.indexOf('P') < 0;
        }

        @Override
        public JavaType visit(NullLiteralExpr e, Place at) {
            return Special.NULL;
        }
    }
}
