package dev.replaylint.source.lowering;

import dev.replaylint.program.BodyBuilder;
import dev.replaylint.program.BodyShape;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Value;
import dev.replaylint.source.attribution.FunctionType;
import dev.replaylint.source.attribution.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * References to constructors that take more than their function is given: the enclosing instance, captured variables. As the compiler
 * does, a lambda is made of them that keeps these.
 */
final class ConstructorReferences {

    private ConstructorReferences() {}

    /** The lambda; empty if the constructor takes what the function is given. */
    static Optional<Value> lower(Resolved target, Optional<FunctionType> function, Lowering to, Location at) {
        int given = target.method().parameters().size();
        if (!target.method().isConstructor()
                || function.filter(f -> f.parameters().size() == given).isEmpty()) {
            return Optional.empty();
        }
        ClassScope local = to.unit.localClasses().get(target.owner());
        List<Value> kept = local == null
                ? to.calls.outerInstance(target, Optional.empty(), at).stream().toList()
                : to.calls.localArguments(local, List::of, at);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        int first = local == null || local.hasOuterInstance() ? 1 : 0;
        MethodKey constructor = local == null ? Calls.key(target) : LocalClasses.constructor(local, target.method());
        MethodKey lambda = lambda(constructor, new Kept(kept.size(), first, given), to, at);
        return Optional.of(to.builder.function(
                function.get().interfaceName(), function.get().methodName(), lambda, Dispatch.STATIC, kept, at));
    }

    /** How many values the lambda keeps, how many of them come before the {@code given} ones. */
    private record Kept(int count, int first, int given) {}

    private static MethodKey lambda(MethodKey constructor, Kept kept, Lowering to, Location at) {
        List<String> declared = LocalClasses.parameterTypes(constructor);
        List<Value> arguments = new ArrayList<>();
        List<String> types = new ArrayList<>(declared.subList(0, kept.first()));
        types.addAll(declared.subList(kept.first() + kept.given(), declared.size()));
        types.addAll(declared.subList(kept.first(), kept.first() + kept.given()));
        for (int i = 0; i < kept.count() + kept.given(); i++) {
            boolean before = i < kept.first();
            boolean middle = !before && i < kept.first() + kept.given();
            arguments.add(
                    new Value.Parameter(before ? i : middle ? kept.count() + i - kept.first() : i - kept.given()));
        }
        MethodKey key = to.functions.lambdaKey("(" + String.join("", types) + ")Ljava/lang/Object;");
        BodyShape shape =
                new BodyShape(BodyShape.Kind.LAMBDA, false, types, kept.count(), to.scope.enclosing, at, false);
        BodyBuilder builder = new BodyBuilder(key, shape);
        Value made = builder.call(constructor, Dispatch.NEW, Optional.empty(), arguments, false, at);
        builder.returns(Optional.of(made), at);
        to.unit.add(builder.build());
        return key;
    }
}
