package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.source.types.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions the type of which depends on their place (JLS 15.2), and what can be said of it beforehand. */
final class PolyTypes {

    private final Typers typers;

    PolyTypes(Typers typers) {
        this.typers = typers;
    }

    /** Whether the expression should wait for the type that its place expects. */
    static boolean waits(Expression e) {
        Expression inner = Argument.inner(e);
        if (isFunction(inner) || inner instanceof SwitchExpr) {
            return true;
        }
        if (inner instanceof ConditionalExpr c) {
            return waits(c.getThenExpr()) || waits(c.getElseExpr());
        }
        if (inner instanceof ObjectCreationExpr o) {
            return isDiamond(o);
        }
        return inner instanceof MethodCallExpr m && waits(m);
    }

    private static boolean waits(MethodCallExpr call) {
        if (call.getTypeArguments().isPresent()) {
            return false;
        }
        if (call.getArguments().isEmpty()) {
            return isMaybeFactory(call);
        }
        for (Expression argument : call.getArguments()) {
            Expression inner = Argument.inner(argument);
            boolean nested = inner instanceof MethodCallExpr m ? waits(m) : isFunction(inner) || isDiamond(inner);
            if (nested) {
                return true;
            }
        }
        return false;
    }

    /** {@code (P) x::m} is parsed as a reference to a method of a cast; it has its type from the cast. */
    private static boolean isFunction(Expression e) {
        return e instanceof LambdaExpr || (e instanceof MethodReferenceExpr r && !(r.getScope() instanceof CastExpr));
    }

    /** A call such as {@code List.of()}, which knows its type arguments from its place only. */
    private static boolean isMaybeFactory(MethodCallExpr call) {
        Optional<Expression> scope = call.getScope();
        return scope.isEmpty()
                || scope.filter(s -> s instanceof NameExpr n && ImportedNames.looksLikeClass(n.getNameAsString()))
                        .isPresent();
    }

    static boolean isDiamond(Expression e) {
        return e instanceof ObjectCreationExpr o
                && o.getType().getTypeArguments().filter(List::isEmpty).isPresent();
    }

    /** The erased type, if that is the same however the type arguments come out. */
    Optional<JavaType> erased(Expression e, Scope scope) {
        if (e instanceof ObjectCreationExpr o) {
            JavaType type = typers.names.resolve(o.getType(), scope);
            return type == Special.UNKNOWN ? Optional.empty() : Optional.of(Erasure.of(type));
        }
        return e instanceof MethodCallExpr m ? erasedResult(m, scope) : Optional.empty();
    }

    private Optional<JavaType> erasedResult(MethodCallExpr call, Scope scope) {
        Optional<JavaType> common = Optional.empty();
        for (Candidate candidate : candidates(call, scope)) {
            JavaType result = candidate.method().result();
            if (!candidate.accepts(call.getArguments().size())) {
                continue;
            }
            if (result instanceof TypeVariable) {
                return Optional.empty();
            }
            JavaType erased = Erasure.of(result);
            if (common.isPresent() && !common.get().equals(erased)) {
                return Optional.empty();
            }
            common = Optional.of(erased);
        }
        return common;
    }

    /** Methods that the call may mean, as far as they can be found without attributing anything. */
    private List<Candidate> candidates(MethodCallExpr call, Scope scope) {
        String name = call.getNameAsString();
        if (call.getScope().isEmpty()) {
            return typers.calls.unqualified(name, scope).candidates();
        }
        Expression qualifier = call.getScope().get();
        boolean typeName = (qualifier instanceof NameExpr n && ImportedNames.looksLikeClass(n.getNameAsString()))
                || (qualifier instanceof FieldAccessExpr f && ImportedNames.looksLikeClass(f.getNameAsString()));
        if (!typeName || !(typers.nameTyper.qualifier(qualifier, scope) instanceof Qualifier.Named named)) {
            return List.of();
        }
        return new ArrayList<>(typers.members.methods(named.type(), name));
    }
}
