package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attributes those arguments of a call that need no parameter type, and sorts out the others. */
final class ArgumentReader {

    private final Typers typers;
    private final Call call;
    private final List<Candidate> candidates;
    private final Scope scope;

    /** @param candidates the methods that the call may mean, by number of arguments */
    ArgumentReader(Typers typers, Call call, List<Candidate> candidates, Scope scope) {
        this.typers = typers;
        this.call = call;
        this.candidates = candidates;
        this.scope = scope;
    }

    List<Argument> read() {
        List<Argument> arguments = new ArrayList<>(call.arguments().size());
        for (int i = 0; i < call.arguments().size(); i++) {
            arguments.add(read(call.arguments().get(i), i));
        }
        return arguments;
    }

    private Argument read(Expression e, int index) {
        Expression inner = Argument.inner(e);
        if (inner instanceof LambdaExpr) {
            return Argument.pending(e, Argument.Kind.LAMBDA);
        }
        if (inner instanceof MethodReferenceExpr r && !(r.getScope() instanceof CastExpr)) {
            return Argument.reference(e, typers.references.read(r, scope));
        }
        if (PolyTypes.waits(inner)) {
            return Argument.pending(e, Argument.Kind.POLY);
        }
        Target target = candidates.size() == 1 ? expected(candidates.get(0), index) : Target.OPEN;
        JavaType type = typers.expressions.type(e, scope, target);
        return Argument.typed(e, type).boundedBy(type == Special.UNKNOWN ? bound(inner) : Optional.empty());
    }

    /** What the only candidate expects, unless that is still to be inferred or depends on how arguments are counted. */
    private Target expected(Candidate candidate, int index) {
        MethodHeader method = candidate.method();
        int last = method.parameters().size() - 1;
        if (method.isVarargs() && index >= last && call.arguments().size() == last + 1) {
            return Target.OPEN;
        }
        Set<TypeVariable> inferred = new HashSet<>(method.typeParameters());
        inferred.addAll(call.diamond());
        JavaType formal = candidate.parameter(index, method.isVarargs());
        return Bounds.mentions(formal, inferred) ? Target.OPEN : Target.of(formal);
    }

    /** For {@code <E extends Exception> E cause()}, the type that every result has whatever is inferred. */
    private Optional<JavaType> bound(Expression e) {
        return typers.facts
                .call(e)
                .map(c -> c.method().result())
                .filter(t -> t instanceof TypeVariable v && !v.bounds().isEmpty())
                .map(Erasure::of);
    }
}
