package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Applicability.Phase;
import dev.replaylint.source.types.Candidate;
import dev.replaylint.source.types.FunctionShape;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The choice among methods of one name (JLS 15.12.2). */
final class Overloads {

    private final Typers typers;
    private final Applicability applicability;
    private final Specificity specificity;

    Overloads(Typers typers) {
        this.typers = typers;
        this.applicability = new Applicability(typers);
        this.specificity = new Specificity(typers);
    }

    /** The method chosen, whether its last parameter takes single elements, and whether others would do as well. */
    record Selection(Candidate candidate, boolean varargs, boolean ambiguous) {

        Confidence confidence() {
            return ambiguous ? Confidence.AMBIGUOUS : Confidence.EXACT;
        }
    }

    /** Methods that take so many arguments and are accessible; if none is accessible, all. */
    List<Candidate> fitting(List<Candidate> candidates, int arguments, Scope scope) {
        List<Candidate> byCount =
                candidates.stream().filter(c -> c.accepts(arguments)).toList();
        List<Candidate> accessible =
                byCount.stream().filter(c -> isAccessible(c.method(), scope)).toList();
        return accessible.isEmpty() ? byCount : accessible;
    }

    /** JLS 6.6.1; protected members count as accessible. */
    private static boolean isAccessible(MethodHeader method, Scope scope) {
        if ((method.flags() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
            return true;
        }
        if (!isSamePackage(method.owner(), scope)) {
            return false;
        }
        return !Modifier.isPrivate(method.flags())
                || scope.enclosingClass()
                        .map(c -> outermost(c.name()).equals(outermost(method.owner())))
                        .orElse(true);
    }

    static boolean isSamePackage(String className, Scope scope) {
        int dot = className.lastIndexOf('.');
        return className.substring(0, Math.max(dot, 0)).equals(scope.file().packageName());
    }

    private static String outermost(String name) {
        int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    /** The best of several methods; the nearest one if none is applicable. Must not be called without any. */
    Selection select(List<Candidate> candidates, List<Argument> arguments, Scope scope) {
        if (candidates.size() == 1) {
            Candidate only = candidates.get(0);
            boolean varargs = only.method().isVarargs() && !applicability.applies(only, arguments, Phase.LOOSE, scope);
            return new Selection(only, varargs, false);
        }
        settle(candidates, arguments, scope);
        return applicable(candidates, arguments, scope).orElseGet(() -> nearest(candidates, arguments));
    }

    /** The most specific method of the first phase that finds any. */
    Optional<Selection> applicable(List<Candidate> candidates, List<Argument> arguments, Scope scope) {
        for (Phase phase : Phase.values()) {
            List<Candidate> found = candidates.stream()
                    .filter(c -> applicability.applies(c, arguments, phase, scope))
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(specificity.mostSpecific(found, arguments, phase == Phase.VARARGS));
            }
        }
        return Optional.empty();
    }

    private Selection nearest(List<Candidate> candidates, List<Argument> arguments) {
        Candidate best = candidates.get(0);
        int most = -1;
        for (Candidate candidate : candidates) {
            int score = 0;
            for (int i = 0; i < arguments.size(); i++) {
                boolean expanded = candidate.method().parameters().size() != arguments.size();
                Argument argument = arguments.get(i);
                score += typers.subtyping.isCompatible(argument.type(), candidate.parameter(i, expanded), true) ? 1 : 0;
            }
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        boolean varargs =
                best.method().isVarargs() && best.method().parameters().size() != arguments.size();
        return new Selection(best, varargs, true);
    }

    /**
     * Attributes arguments that would wait for their parameter's type, where the methods that are left do not agree on that
     * type. This replaces the trying out that Java does: each argument is attributed once, with or without a target.
     */
    private void settle(List<Candidate> candidates, List<Argument> arguments, Scope scope) {
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            if (argument.kind() == Argument.Kind.POLY || isPlainFunction(argument, scope)) {
                List<Candidate> left = possible(candidates, arguments, scope);
                if (left.size() > 1 && disagree(left, argument, i, arguments.size())) {
                    settle(argument, scope);
                }
            }
        }
    }

    private void settle(Argument argument, Scope scope) {
        if (argument.kind() == Argument.Kind.LAMBDA) {
            argument.bodyType(typers.lambdas.body(argument.lambda(), scope, Optional.empty()));
        } else {
            argument.settle(typers.expressions.type(argument.expression(), scope, Target.OPEN));
        }
    }

    private List<Candidate> possible(List<Candidate> candidates, List<Argument> arguments, Scope scope) {
        return candidates.stream()
                .filter(c -> applicability.applies(c, arguments, Phase.LOOSE, scope)
                        || applicability.applies(c, arguments, Phase.VARARGS, scope))
                .toList();
    }

    /** A lambda the body of which is an expression and needs no parameter types: {@code () -> call()}. */
    private static boolean isPlainFunction(Argument argument, Scope scope) {
        if (argument.kind() != Argument.Kind.LAMBDA) {
            return false;
        }
        LambdaExpr lambda = argument.lambda();
        Optional<Expression> body =
                lambda.getBody() instanceof ExpressionStmt s ? Optional.of(s.getExpression()) : Optional.empty();
        return body.isPresent() && LambdaShape.isExplicit(lambda, scope);
    }

    private boolean disagree(List<Candidate> candidates, Argument argument, int index, int count) {
        Set<JavaType> kinds = new HashSet<>();
        for (Candidate candidate : candidates) {
            boolean expanded = candidate.method().parameters().size() != count;
            JavaType formal = candidate.parameter(index, expanded);
            kinds.add(argument.kind() == Argument.Kind.LAMBDA ? resultKind(formal) : Erasure.of(formal));
        }
        return kinds.size() > 1;
    }

    private JavaType resultKind(JavaType formal) {
        JavaType result = typers.functions.of(formal).map(FunctionShape::result).orElse(JavaType.OBJECT);
        return result instanceof Primitive ? result : JavaType.OBJECT;
    }
}
