package dev.replaylint.durable;

import dev.replaylint.program.Site;
import java.util.Optional;

/**
 * An operation that is started in one way.
 *
 * @param way to the code that starts it
 */
record Started(Operation operation, Way way) {

    static Optional<Started> of(Edge function, Way caller) {
        return function.site() instanceof Site.Call call
                ? DurableSdk.kindByName(call.target())
                        .map(kind -> new Started(new Operation(kind, call, function.caller()), caller))
                : Optional.empty();
    }
}
