package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import dev.replaylint.source.types.FunctionShape;
import java.util.List;
import java.util.Optional;

/** Whether a method can be called with certain arguments (JLS 15.12.2.1 to 15.12.2.4). */
final class Applicability {

    /** The three rounds in which Java looks for methods; a later one allows more. */
    enum Phase {
        STRICT,
        LOOSE,
        VARARGS
    }

    private final Typers typers;
    private final PolyTypes polyTypes;

    Applicability(Typers typers) {
        this.typers = typers;
        this.polyTypes = new PolyTypes(typers);
    }

    boolean applies(Candidate candidate, List<Argument> arguments, Phase phase, Scope scope) {
        boolean expanded = phase == Phase.VARARGS;
        boolean sameCount = candidate.method().parameters().size() == arguments.size();
        if (expanded ? !candidate.method().isVarargs() : !sameCount) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            JavaType formal = candidate.parameter(i, expanded);
            if (!fits(arguments.get(i), formal, candidate, phase != Phase.STRICT, scope)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Argument argument, JavaType formal, Candidate candidate, boolean loose, Scope scope) {
        if (argument.kind() == Argument.Kind.TYPED) {
            return typers.subtyping.isCompatible(argument.type(), formal, loose)
                    && argument.typeBound().map(b -> mayMeet(b, formal)).orElse(true);
        }
        if (formal == Special.UNKNOWN) {
            return true;
        }
        return switch (argument.kind()) {
            case LAMBDA -> fitsLambda(argument.lambda(), argument.bodyType(), formal, candidate);
            case REFERENCE -> fitsReference(argument.reference().orElseThrow(), formal, candidate);
            default -> fitsPoly(argument.inner(), formal, candidate, scope);
        };
    }

    private boolean mayMeet(JavaType bound, JavaType formal) {
        return typers.subtyping.isCompatible(bound, formal, true) || typers.subtyping.isCompatible(formal, bound, true);
    }

    /** A lambda is potentially compatible with any type parameter of the method itself. */
    private static boolean isOwnVariable(JavaType formal, Candidate candidate) {
        return formal instanceof TypeVariable v
                && candidate.method().typeParameters().contains(v);
    }

    private boolean mayBeUnknownInterface(JavaType formal) {
        return Bounds.either(formal) instanceof ClassType c
                && typers.index.find(c.name()).isEmpty();
    }

    private boolean fitsLambda(LambdaExpr lambda, Optional<JavaType> bodyType, JavaType formal, Candidate candidate) {
        if (isOwnVariable(formal, candidate) || mayBeUnknownInterface(formal)) {
            return true;
        }
        Optional<FunctionShape> function = typers.functions.of(formal);
        if (function.isEmpty()
                || function.get().parameters().size() != lambda.getParameters().size()) {
            return false;
        }
        if (bodyType.isPresent()) {
            return fitsResult(bodyType.get(), function.get());
        }
        LambdaShape shape = LambdaShape.of(lambda);
        return function.get().isVoid() ? shape.asVoid() : shape.asValue();
    }

    /** A result may be ignored if there is one; none cannot become a value. */
    private boolean fitsResult(JavaType actual, FunctionShape function) {
        if (function.isVoid()) {
            return true;
        }
        return actual != Primitive.VOID && typers.subtyping.isCompatible(actual, function.result(), true);
    }

    private boolean fitsReference(ReferenceTyper.Reference reference, JavaType formal, Candidate candidate) {
        if (isOwnVariable(formal, candidate) || mayBeUnknownInterface(formal)) {
            return true;
        }
        Optional<FunctionShape> function = typers.functions.of(formal);
        if (function.isEmpty()
                || !reference.acceptsCount(function.get().parameters().size())) {
            return false;
        }
        Optional<Candidate> exact = reference.exact();
        if (exact.isEmpty()) {
            return true;
        }
        boolean isVoid = exact.get().method().result() == Primitive.VOID && !reference.isCreation();
        return function.get().isVoid() || !isVoid;
    }

    private boolean fitsPoly(Expression e, JavaType formal, Candidate candidate, Scope scope) {
        if (e instanceof ConditionalExpr c) {
            return fitsBranch(c.getThenExpr(), formal, candidate) && fitsBranch(c.getElseExpr(), formal, candidate);
        }
        return polyTypes
                .erased(e, scope)
                .map(t -> typers.subtyping.isCompatible(t, formal, true))
                .orElse(true);
    }

    private boolean fitsBranch(Expression branch, JavaType formal, Candidate candidate) {
        Expression inner = Argument.inner(branch);
        if (inner instanceof LambdaExpr l) {
            return fitsLambda(l, Optional.empty(), formal, candidate);
        }
        return !(inner instanceof MethodReferenceExpr)
                || isOwnVariable(formal, candidate)
                || mayBeUnknownInterface(formal)
                || typers.functions.of(formal).isPresent();
    }
}
