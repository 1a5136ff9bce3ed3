package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.program.Site;
import java.util.List;
import java.util.Optional;

/**
 * A call that may end the invocation: an operation that waits for its result, or a wait for operations started before.
 *
 * @param way from where the question was asked down to the call itself, which is last
 * @param operation the operation; empty for {@code get}, {@code allOf} and their like
 */
public record Suspension(List<Place> way, Optional<Operation> operation) {

    public Suspension {
        way = List.copyOf(way);
    }

    /** The call itself. */
    public Place place() {
        return way.get(way.size() - 1);
    }

    /** {@code step `charge`} or {@code `DurableFuture.get`}. */
    public String label() {
        return operation.map(Operation::label).orElseGet(() -> {
            Site.Call call = (Site.Call) place().site();
            return "`" + call.target().simpleOwner() + "." + call.target().name() + "`";
        });
    }
}
