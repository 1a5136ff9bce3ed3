package dev.replaylint.durable.flow;

import dev.replaylint.program.Body;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The visits of what calls run, also of calls that are not explored yet. */
final class CalleeVisits {

    /** Arguments may be calls of which the arguments are calls. */
    private static final int MOST_FORESEEN = 4;

    private final CallTargets dispatch;
    private final BiFunction<Value, Visit, Set<Carrier>> carriers;
    private final Memo<Call, Visit> foreseen = new Memo<>(this::foresee);
    private int foreseeing;

    private record Call(Body body, Site.Call site, Visit caller) {}

    /** {@code carriers} finds the functions that a value may be. */
    CalleeVisits(CallTargets dispatch, BiFunction<Value, Visit, Set<Carrier>> carriers) {
        this.dispatch = dispatch;
        this.carriers = carriers;
    }

    /** A visit of each body that the call runs. */
    List<Visit> of(Site.Call call, Visit caller) {
        return dispatch.bodies(call, caller).stream()
                .map(b -> of(b, call, caller))
                .toList();
    }

    /** The visit of one of them, where it is known already; else with the functions that the call hands it. */
    Visit of(Body body, Site.Call call, Visit caller) {
        // The one that was visited last has all functions that are known by now.
        List<Edge> edges = caller.outgoing(call);
        for (int i = edges.size() - 1; i >= 0; i--) {
            if (edges.get(i).callee().body() == body) {
                return edges.get(i).callee();
            }
        }
        return foreseen.get(new Call(body, call, caller), new Visit(body, caller.region(), Map.of()));
    }

    private Visit foresee(Call call) {
        if (foreseeing >= MOST_FORESEEN) {
            return new Visit(call.body(), call.caller().region(), Map.of());
        }
        foreseeing++;
        try {
            return new Visit(call.body(), call.caller().region(), functions(call.site(), call.caller()));
        } finally {
            foreseeing--;
        }
    }

    private Map<Integer, Set<Carrier>> functions(Site.Call call, Visit caller) {
        Map<Integer, Set<Carrier>> functions = new TreeMap<>();
        Optional<? extends Value> receiver =
                call.isAllocation() ? Optional.of(new Value.Result(call)) : call.receiver();
        receiver.ifPresent(r -> functions.put(-1, carriers.apply(r, caller)));
        for (int i = 0; i < call.arguments().size(); i++) {
            functions.put(i, carriers.apply(call.arguments().get(i), caller));
        }
        functions.values().removeIf(Set::isEmpty);
        return functions;
    }
}
