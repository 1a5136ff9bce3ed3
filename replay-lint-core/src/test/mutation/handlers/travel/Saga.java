package travel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;

/** Takes bookings back, newest first. */
final class Saga {
    void undo(Trip trip, List<String> done, DurableContext ctx) {
        List<String> newestFirst = new ArrayList<>(done);
        Collections.reverse(newestFirst);
        for (var booking : newestFirst) {
            ctx.invoke("cancel-" + booking, "bookings:live", trip.id(), String.class);
        }
    }
}
