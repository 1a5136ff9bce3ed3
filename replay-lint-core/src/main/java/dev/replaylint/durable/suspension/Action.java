package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.program.Site;
import java.util.List;
import java.util.Optional;

/**
 * Something that outlasts the code that does it: an operation, or a change outside the process.
 *
 * @param way from where the question was asked down to the call itself, which is last
 * @param operation the operation; empty for a change that the catalogue knows
 * @param label {@code step `charge`} or {@code `DynamoDbClient.putItem`}
 */
public record Action(List<Place> way, Optional<Operation> operation, String label) {

    public Action {
        way = List.copyOf(way);
    }

    /** Where the question was asked. */
    public Site site() {
        return way.get(0).site();
    }
}
