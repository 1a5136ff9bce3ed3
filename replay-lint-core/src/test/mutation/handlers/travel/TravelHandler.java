package travel;

import java.util.ArrayList;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;
import software.amazon.lambda.durable.exception.InvokeFailedException;

/** Books leg by leg; each booking knows how it is taken back. */
public final class TravelHandler extends DurableHandler<Trip, String> {
    private final Saga saga = new Saga();

    @Override
    public String handleRequest(Trip trip, DurableContext ctx) {
        List<String> done = new ArrayList<>();
        try {
            var flight = ctx.invoke("book-flight", "flights:live", trip, String.class);
            done.add("flight");
            var hotel = ctx.invoke("book-hotel", "hotels:live", trip.to(), String.class);
            done.add("hotel");
            if (trip.insured()) {
                ctx.invoke("insure", "insurance:live", trip.id(), String.class);
            }
            return flight + " and " + hotel;
        } catch (InvokeFailedException e) {
            saga.undo(trip, done, ctx);
            return "cancelled";
        }
    }
}
