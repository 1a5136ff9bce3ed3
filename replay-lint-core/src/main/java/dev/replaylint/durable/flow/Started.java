package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation that is started in one way.
 *
 * @param way to the code that starts it
 */
public record Started(Operation operation, Way way) {

    /** Operations that replayed code starts, once for each way to them. */
    public static List<Started> all(List<Operation> operations) {
        List<Started> found = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.visit().region() == Region.REPLAYED) {
                Way.to(operation.visit()).forEach(w -> found.add(new Started(operation, w)));
            }
        }
        return found;
    }

    static Optional<Started> of(Edge function, Way caller) {
        return function.site() instanceof Site.Call call
                ? DurableSdk.kindByName(call.target())
                        .map(kind -> new Started(new Operation(kind, call, function.caller()), caller))
                : Optional.empty();
    }
}
