package dev.replaylint.durable.value;

import dev.replaylint.catalog.Order;
import dev.replaylint.durable.body.SearchLoops;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Decision;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that let the one element pass that is equal to something: whichever comes first, it is that. */
record SoleMatches(Effects effects) {

    /** {@code Predicate.isEqual} and {@code Predicates.equalTo} of Guava. */
    private static final Set<String> EQUALITIES = Set.of("isEqual", "equalTo");

    private static final List<Value> FALSE = List.of(new Value.Constant(false), new Value.Constant(0));

    private static final int LONGEST = 12;

    /** Whether a call lets but one element pass. */
    boolean are(Site.Call call, Visit visit) {
        return effects.order(call.target())
                        .filter(e -> e.fact() == Order.FILTERS)
                        .isPresent()
                && call.arguments().stream().anyMatch(a -> isForOne(a.settled(), call, visit));
    }

    /** Whether a call gets no more than that of one before it, along the calls that keep the order. */
    boolean leadTo(Site.Call call, Visit visit) {
        Optional<Value> before = call.receiver().map(Value::settled);
        for (int i = 0; i < LONGEST && before.isPresent() && before.get() instanceof Value.Result made; i++) {
            if (are(made.call(), visit)) {
                return true;
            }
            boolean carries = effects.order(made.call().target())
                    .filter(e -> e.fact().carries())
                    .isPresent();
            before = made.call().receiver().filter(r -> carries).map(Value::settled);
        }
        return false;
    }

    private boolean isForOne(Value predicate, Site.Call call, Visit visit) {
        if (!(predicate instanceof Value.Function function)) {
            return predicate instanceof Value.Result made
                    && EQUALITIES.contains(made.call().target().name());
        }
        String name = function.creation().implementation().name();
        List<Value> returned = visit.outgoing(call).stream()
                .map(Edge::callee)
                .filter(v -> v.body().key().equals(function.creation().implementation()))
                .flatMap(Visit::returned)
                .toList();
        return returned.isEmpty() ? name.equals("equals") : returned.stream().allMatch(v -> isForOne(v.settled()));
    }

    /** Whether it is true for one element at most: it is a test for that one, or that and others. */
    private static boolean isForOne(Value answer) {
        return SearchLoops.isForOne(answer)
                || answer instanceof Value.Join join
                        && join.decisions().stream()
                                .anyMatch(d -> SearchLoops.isForOne(d.value()) && isNeeded(d, join));
    }

    private static boolean isNeeded(Decision decision, Value.Join join) {
        return FALSE.containsAll(decision.after(1, join.ways()));
    }
}
