package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.FunctionalTypes;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Calls that run functions which one of their operands was given when it was made: a task its code, a sorted map its comparator. */
record KeptCalls(Effects effects) {

    private static final String COMPARATOR = "java.util.Comparator";

    /** The functions among those that the operands have; {@code functions} finds these. */
    Set<Closure> of(Site.Call call, Function<Value, Set<Closure>> functions) {
        List<Value> keepers = effects.keepers(call);
        if (keepers.isEmpty()) {
            return Set.of();
        }
        Set<Closure> found = new LinkedHashSet<>();
        for (Value keeper : keepers) {
            found.addAll(isCollection(call) ? comparators(keeper.settled(), functions) : functions.apply(keeper));
        }
        return found;
    }

    /** What a collection has, it does not run. */
    private static Set<Closure> comparators(Value collection, Function<Value, Set<Closure>> functions) {
        Set<Closure> found = new LinkedHashSet<>();
        if (collection instanceof Value.Result made && made.call().isAllocation()) {
            List<String> types = Descriptors.parameters(made.call().target().descriptor());
            IntStream.range(0, types.size())
                    .filter(i -> Descriptors.className(types.get(i)).equals(COMPARATOR))
                    .forEach(i ->
                            found.addAll(functions.apply(made.call().arguments().get(i))));
            return found;
        }
        functions.apply(collection).stream()
                .filter(c -> c.type().equals(COMPARATOR))
                .forEach(found::add);
        return found;
    }

    /** The arguments that an API's result may still have: not functions that the API has run, as a stream's mapper. */
    List<Value> arguments(Site.Call call, FunctionalTypes functional) {
        MethodKey target = call.target();
        List<String> types = Descriptors.parameters(target.descriptor());
        boolean givesFunction = call.isAllocation() || functional.isFunction(Descriptors.result(target.descriptor()));
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            boolean given =
                    i >= types.size() || !functional.isFunction(types.get(i)) || effects.keepsForResult(target, i);
            if ((givesFunction || given) && !effects.usesUp(target, i)) {
                kept.add(call.arguments().get(i));
            }
        }
        return kept;
    }

    /** Whether what the call gives is what the functions give, and nothing that the operand has. */
    boolean giveResult(Site.Call call) {
        return !effects.keepers(call).isEmpty() && !isCollection(call);
    }

    private boolean isCollection(Site.Call call) {
        return Extent.has(effects, call.target().owner());
    }
}
