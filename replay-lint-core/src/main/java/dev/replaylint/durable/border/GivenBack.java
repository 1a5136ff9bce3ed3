package dev.replaylint.durable.border;

import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.value.Capture;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Set;

/** Objects that an operation's function changes and gives back: {@code order.setPaid(true); return orders.save(order);}. */
record GivenBack(LaterReads reads, Same same) {

    /** Whether a value is the captured object. */
    interface Same {
        boolean is(Value value, Place place, Edge.Bound object);
    }

    /** Whether the function gives back what it changes, or what somebody made of it, and the code goes on with that alone. */
    boolean test(Capture capture, Edge.Bound root) {
        return capture.operation().call().resultUsed()
                && !reads.isUsedAfter(capture, root)
                && (isReturned(capture, root) || isMadeOf(capture));
    }

    private boolean isReturned(Capture capture, Edge.Bound root) {
        Visit function = capture.function();
        return function.body()
                .sites(Site.Return.class)
                .allMatch(r -> r.value()
                        .filter(v -> v.alternatives().stream().allMatch(a -> same.is(a, new Place(r, function), root)))
                        .isPresent());
    }

    private static boolean isMadeOf(Capture capture) {
        Visit visit = capture.inside().visit();
        return BodyReads.operands(capture.inside().site()).stream()
                .findFirst()
                .map(changed -> Parts.again(changed, visit))
                .filter(names -> visit.returned().allMatch(r -> isMadeOf(r.settled(), names)))
                .isPresent();
    }

    private static boolean isMadeOf(Value value, Set<Value> names) {
        return names.contains(value)
                || value instanceof Value.Result made
                        && made.call().arguments().stream().anyMatch(names::contains);
    }
}
