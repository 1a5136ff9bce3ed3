package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.Expression;
import dev.replaylint.program.type.Erasure;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.MethodHeader;
import dev.replaylint.source.attribution.Overloads.Selection;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.Candidate;
import java.lang.reflect.Modifier;
import java.util.Collections;
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
        List<Argument> arguments = new ArgumentReader(typers, call, fitting, scope).read();
        Selection selection = typers.overloads.select(fitting, arguments, scope);
        MethodHeader method = selection.candidate().method();
        typers.facts.call(
                call.node(),
                new Resolved(
                        method,
                        call.lookup().owner(method, typers.supertypes),
                        selection.varargs(),
                        selection.confidence(),
                        false));
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
        JavaType site = lookup.hasSite() ? Erasure.of(Bounds.upper(lookup.site())) : JavaType.OBJECT;
        // What is known to be an object only, as a type variable without bounds, says nothing of the method.
        if (!(site instanceof ClassType owner) || site.equals(JavaType.OBJECT)) {
            typers.facts.unresolved();
            return;
        }
        List<JavaType> parameters = Collections.nCopies(call.arguments().size(), Special.UNKNOWN);
        JavaType result = call.created().isPresent() ? JavaType.Primitive.VOID : Special.UNKNOWN;
        MethodHeader method = new MethodHeader(
                owner.name(),
                call.name(),
                List.of(),
                parameters,
                result,
                DeclaredMembers.descriptor("", parameters, result),
                lookup.isOfType() || lookup.isImported() ? Flags.PUBLIC_STATIC : Modifier.PUBLIC,
                List.of());
        typers.facts.call(call.node(), new Resolved(method, owner.name(), false, Confidence.ASSUMED, false));
    }
}
