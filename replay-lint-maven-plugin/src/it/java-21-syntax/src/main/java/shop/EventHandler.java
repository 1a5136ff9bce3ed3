package shop;

import java.time.LocalTime;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Handles what happens to orders. */
public final class EventHandler extends DurableHandler<Event, String> {

    @Override
    public String handleRequest(Event event, DurableContext ctx) {
        return switch (event) {
            case Event.Placed(String id, Event.Money(long cents, _)) when cents > 100_000 ->
                    ctx.step("review", String.class, step -> "review " + id);
            case Event.Placed(var id, _) -> place(id, ctx);
            case Event.Cancelled _ -> "cancelled";
        };
    }

    private static String place(String id, DurableContext ctx) {
        if (LocalTime.now().getHour() < 8) {
            return ctx.step("queue", String.class, step -> "queued " + id);
        }
        return ctx.step("ship", String.class, step -> "shipped " + id);
    }
}
