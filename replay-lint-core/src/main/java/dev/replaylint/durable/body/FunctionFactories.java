package dev.replaylint.durable.body;

import dev.replaylint.program.Body;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;

/** Which bodies return a function that they make of their parameters, or an object that is called by a single method. */
public final class FunctionFactories {

    private final FunctionalTypes functional;
    private final Memo<Body, Boolean> known = new Memo<>(this::find);

    public FunctionFactories(FunctionalTypes functional) {
        this.functional = functional;
    }

    public boolean makes(Body body) {
        return known.get(body);
    }

    private boolean find(Body body) {
        return !body.shape().parameterTypes().isEmpty()
                && body.sites(Site.Return.class)
                        .flatMap(r -> r.value().stream())
                        .flatMap(v -> v.alternatives().stream())
                        .anyMatch(this::isMadeOfSomething);
    }

    private boolean isMadeOfSomething(Value value) {
        if (value instanceof Value.Function function) {
            return !function.creation().bound().isEmpty();
        }
        return value instanceof Value.Result made
                && made.call().isAllocation()
                && !made.call().arguments().isEmpty()
                && functional.methodOf(made.call().target().owner()).isPresent();
    }
}
