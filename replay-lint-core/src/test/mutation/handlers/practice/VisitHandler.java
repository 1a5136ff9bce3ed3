package practice;

import java.time.Duration;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Leads a patient through. */
public final class VisitHandler extends DurableHandler<Visit, String> {
    private final Rooms rooms = new Rooms(List.of("north", "south"));

    @Override
    public String handleRequest(Visit visit, DurableContext ctx) {
        if (visit.first()) {
            ctx.invoke("anamnesis", "forms:live", visit.patient(), String.class);
        }
        var room = rooms.forVisit(visit, ctx);
        ctx.wait("treatment", Duration.ofMinutes(Math.max(visit.minutes(), 5)));
        rooms.leave(room, ctx);
        return room;
    }
}
