package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.source.attribution.ReferenceTyper.Reference;
import java.util.Optional;

/** One argument of a call, and what is known of it before the method is chosen. */
final class Argument {

    /** What has to be known before the argument can be attributed. */
    enum Kind {
        /** Nothing: its type is known. */
        TYPED,
        /** The function type. */
        LAMBDA,
        /** The function type. */
        REFERENCE,
        /** The parameter type: it contains lambdas, or its own type arguments are inferred from its place. */
        POLY
    }

    private final Expression expression;
    private Kind kind;
    private JavaType type = Special.UNKNOWN;
    private Optional<Reference> reference = Optional.empty();
    private Optional<JavaType> bodyType = Optional.empty();
    private Optional<JavaType> typeBound = Optional.empty();

    private Argument(Expression expression, Kind kind) {
        this.expression = expression;
        this.kind = kind;
    }

    static Argument typed(Expression expression, JavaType type) {
        Argument argument = new Argument(expression, Kind.TYPED);
        argument.type = type;
        return argument;
    }

    static Argument pending(Expression expression, Kind kind) {
        return new Argument(expression, kind);
    }

    static Argument reference(Expression expression, Reference reference) {
        Argument argument = new Argument(expression, Kind.REFERENCE);
        argument.reference = Optional.of(reference);
        return argument;
    }

    /** As written. */
    Expression expression() {
        return expression;
    }

    /** Without parentheses around it. */
    Expression inner() {
        return inner(expression);
    }

    static Expression inner(Expression expression) {
        Expression inner = expression;
        while (inner instanceof EnclosedExpr e) {
            inner = e.getInner();
        }
        return inner;
    }

    Kind kind() {
        return kind;
    }

    /** What an argument of unknown type is known to be at least or at most: the bound of the type that a call infers. */
    Optional<JavaType> typeBound() {
        return typeBound;
    }

    Argument boundedBy(Optional<JavaType> known) {
        typeBound = known;
        return this;
    }

    /** Unknown unless it is {@link Kind#TYPED}. */
    JavaType type() {
        return type;
    }

    /** Settles the type without waiting for the parameter's. */
    void settle(JavaType known) {
        kind = Kind.TYPED;
        type = known;
    }

    Optional<Reference> reference() {
        return reference;
    }

    LambdaExpr lambda() {
        return (LambdaExpr) inner();
    }

    /** Type of a lambda's expression body, if that was attributed before the method was chosen. */
    Optional<JavaType> bodyType() {
        return bodyType;
    }

    void bodyType(JavaType known) {
        bodyType = Optional.of(known);
    }
}
