package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Overloads.Selection;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Resolves a call: attributes its arguments, chooses the method, infers its type arguments and so its type. */
final class Invocation {

    private final Typers typers;

    Invocation(Typers typers) {
        this.typers = typers;
    }

    /** The type of the call, which is recorded as resolved, assumed or unresolved. */
    JavaType type(Call call, Scope scope, Target target) {
        int count = call.arguments().size();
        List<Candidate> fitting = typers.overloads.fitting(call.lookup().candidates(), count, scope);
        if (fitting.isEmpty()) {
            assume(call, scope);
            return call.created().orElse(Special.UNKNOWN);
        }
        List<Argument> arguments = arguments(call.arguments(), fitting, scope);
        Selection selection = typers.overloads.select(fitting, arguments, scope);
        MethodHeader method = selection.candidate().method();
        typers.facts.call(
                call.node(),
                new Resolved(method, call.lookup().owner(method), selection.varargs(), selection.confidence(), false));
        Instantiation instantiation = new Instantiation(selection, call.diamond(), call.created(), typers.supertypes);
        instantiation.fix(call.typeArguments().stream()
                .map(t -> typers.names.resolve(t, scope))
                .toList());
        return new ArgumentPass(typers, instantiation, scope).infer(arguments, target);
    }

    private void assume(Call call, Scope scope) {
        for (Expression argument : call.arguments()) {
            typers.expressions.type(argument, scope, Target.OPEN);
        }
        Lookup lookup = call.lookup();
        if (!lookup.hasSite()) {
            typers.facts.unresolved();
            return;
        }
        List<JavaType> parameters = Collections.nCopies(call.arguments().size(), Special.UNKNOWN);
        JavaType result = call.created().isPresent() ? JavaType.Primitive.VOID : Special.UNKNOWN;
        String owner = ((JavaType.ClassType) erasedSite(lookup)).name();
        MethodHeader method = new MethodHeader(
                owner,
                call.name(),
                List.of(),
                parameters,
                result,
                DeclaredMembers.descriptor("", parameters, result),
                lookup.isOfType() || lookup.isImported() ? Flags.PUBLIC_STATIC : Modifier.PUBLIC,
                List.of());
        typers.facts.call(call.node(), new Resolved(method, owner, false, Confidence.ASSUMED, false));
    }

    private static JavaType erasedSite(Lookup lookup) {
        JavaType erased = dev.replaylint.program.type.Erasure.of(Bounds.upper(lookup.site()));
        return erased instanceof JavaType.ClassType ? erased : JavaType.OBJECT;
    }

    private List<Argument> arguments(List<Expression> expressions, List<Candidate> fitting, Scope scope) {
        List<Argument> arguments = new ArrayList<>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            arguments.add(argument(expressions.get(i), i, expressions.size(), fitting, scope));
        }
        return arguments;
    }

    private Argument argument(Expression e, int index, int count, List<Candidate> fitting, Scope scope) {
        Expression inner = Argument.inner(e);
        if (inner instanceof LambdaExpr) {
            return Argument.pending(e, Argument.Kind.LAMBDA);
        }
        if (inner instanceof MethodReferenceExpr r && !(r.getScope() instanceof CastExpr)) {
            return Argument.reference(e, typers.references.read(r, scope));
        }
        if (PolyTypes.waits(inner) || inner instanceof ConditionalExpr c && PolyTypes.waits(c)) {
            return Argument.pending(e, Argument.Kind.POLY);
        }
        Target target = fitting.size() == 1 ? expected(fitting.get(0), index, count) : Target.OPEN;
        return Argument.typed(e, typers.expressions.type(e, scope, target));
    }

    /** What the only candidate expects, unless that is still to be inferred or depends on how arguments are counted. */
    private static Target expected(Candidate candidate, int index, int count) {
        MethodHeader method = candidate.method();
        int last = method.parameters().size() - 1;
        if (method.isVarargs() && index >= last && count == last + 1) {
            return Target.OPEN;
        }
        JavaType formal = candidate.parameter(index, method.isVarargs());
        boolean open = Bounds.mentions(formal, new HashSet<>(method.typeParameters()));
        return open ? Target.OPEN : Target.of(formal);
    }
}
