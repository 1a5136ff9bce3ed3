package travel;

import java.util.List;
import software.amazon.lambda.durable.DurableContext;

/** Takes bookings back, newest first. */
final class Saga {
    void undo(Trip trip, List<String> done, DurableContext ctx) {
        for (int i = done.size() - 1; i >= 0; i--) {
            ctx.invoke("cancel-" + done.get(i), "bookings:live", trip.id(), String.class);
        }
    }
}
