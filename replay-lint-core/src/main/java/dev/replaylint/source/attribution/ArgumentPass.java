package dev.replaylint.source.attribution;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.Primitive;
import dev.replaylint.program.type.JavaType.Special;
import dev.replaylint.program.type.JavaType.TypeVariable;
import dev.replaylint.source.attribution.Argument.Kind;
import dev.replaylint.source.types.Bounds;
import dev.replaylint.source.types.FunctionShape;
import dev.replaylint.source.types.Inference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of one chosen method, in the order in which they tell its type arguments (JLS 18.5.2). */
final class ArgumentPass {

    private final Typers typers;
    private final Instantiation call;
    private final Inference inference;
    private final Scope scope;

    ArgumentPass(Typers typers, Instantiation call, Scope scope) {
        this.typers = typers;
        this.call = call;
        this.inference = call.inference();
        this.scope = scope;
    }

    /** Attributes what has been waiting for the method, and gives the type of the call. */
    JavaType infer(List<Argument> arguments, Target target) {
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).kind() == Kind.TYPED) {
                inference.argument(call.formal(i), arguments.get(i).type());
            } else {
                waiting.add(i);
            }
        }
        if (!target.isNone()) {
            inference.target(call.result(), target.type());
        }
        inference.propagateBounds();
        List<Integer> postponed = new ArrayList<>();
        for (int i : waiting) {
            if (waiting.size() > 1 && isEarly(arguments.get(i), call.formal(i))) {
                postponed.add(i);
            } else {
                attribute(arguments.get(i), call.formal(i));
            }
        }
        postponed.forEach(i -> attribute(arguments.get(i), call.formal(i)));
        inference.propagateBounds();
        waiting.forEach(i -> finish(arguments.get(i).inner(), inference.complete(call.formal(i))));
        return inference.complete(call.result());
    }

    /** Whether other arguments should be looked at first, because they may tell the parameters of this function. */
    private boolean isEarly(Argument argument, JavaType formal) {
        Optional<FunctionShape> function = typers.functions.of(inference.partial(formal));
        if (function.isEmpty()) {
            return false;
        }
        boolean needsParameters = function.get().parameters().stream().anyMatch(inference::isUnsolved);
        if (argument.kind() == Kind.LAMBDA) {
            return needsParameters && !LambdaShape.isExplicit(argument.lambda(), scope);
        }
        boolean exact =
                argument.reference().flatMap(ReferenceTyper.Reference::exact).isPresent();
        boolean creation = argument.reference()
                .filter(ReferenceTyper.Reference::isCreation)
                .isPresent();
        return creation ? inference.isUnsolved(function.get().result()) : needsParameters && !exact;
    }

    private void attribute(Argument argument, JavaType formal) {
        if (argument.kind() == Kind.POLY) {
            JavaType type =
                    typers.expressions.type(argument.expression(), scope, Target.of(inference.expected(formal)));
            inference.argument(formal, type);
            return;
        }
        Optional<FunctionShape> declared = typers.functions.of(inference.partial(formal));
        if (argument.kind() == Kind.LAMBDA) {
            lambda(argument, declared);
        } else {
            reference(argument.reference().orElseThrow(), declared);
        }
    }

    private void lambda(Argument argument, Optional<FunctionShape> declared) {
        LambdaExpr lambda = argument.lambda();
        if (declared.isPresent() && LambdaShape.isExplicit(lambda, scope)) {
            List<JavaType> types = typers.lambdas.parameters(lambda, scope, Optional.empty());
            constrain(declared.get().parameters(), types);
        }
        JavaType result =
                argument.bodyType().orElseGet(() -> typers.lambdas.body(lambda, scope, declared.map(this::known)));
        declared.ifPresent(f -> returns(f, result));
    }

    private void reference(ReferenceTyper.Reference reference, Optional<FunctionShape> declared) {
        declared.ifPresent(f ->
                constrain(f.parameters(), reference.parameters(f.parameters().size())));
        JavaType result = typers.references.resolve(reference, declared.map(this::known), scope);
        declared.ifPresent(f -> returns(f, result));
    }

    private void constrain(List<JavaType> formals, List<JavaType> types) {
        for (int i = 0; i < formals.size() && i < types.size(); i++) {
            if (types.get(i) != Special.UNKNOWN) {
                inference.argument(formals.get(i), types.get(i));
            }
        }
    }

    private void returns(FunctionShape function, JavaType result) {
        if (!function.isVoid() && result != Primitive.VOID) {
            inference.argument(function.result(), result);
        }
    }

    /** The function with what has been inferred; a result of which only the bound is known is expected to be that. */
    private FunctionShape known(FunctionShape declared) {
        List<JavaType> parameters = new ArrayList<>();
        for (JavaType parameter : declared.parameters()) {
            boolean bounded = parameter instanceof TypeVariable && inference.isUnsolved(parameter);
            parameters.add(bounded ? inference.expected(parameter) : Bounds.either(inference.known(parameter)));
        }
        return new FunctionShape(
                declared.interfaceName(), declared.method(), parameters, inference.expected(declared.result()));
    }

    /** Records lambdas and references with what is known at the end. */
    private void finish(Expression e, JavaType type) {
        Optional<FunctionShape> function = typers.functions.of(type);
        typers.facts.function(e).ifPresent(f -> {
            typers.facts.type(e, type);
            function.ifPresent(c -> typers.facts.function(e, merged(f, c)));
        });
    }

    private static FunctionType merged(FunctionType before, FunctionShape complete) {
        boolean known = before.parameters().stream().noneMatch(Bounds::isPartial);
        return FunctionType.of(complete, known ? before.parameters() : complete.parameters());
    }
}
