package events;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Does another thing for each kind of event. */
public final class EventHandler extends DurableHandler<Envelope, String> {
    @Override
    public String handleRequest(Envelope envelope, DurableContext ctx) {
        Event event = envelope.event();
        if (event instanceof Event.Created created) {
            return create(created, ctx);
        }
        if (event instanceof Event.Closed closed) {
            ctx.step("close", String.class, step -> "closed " + closed.id());
            return closed.reason();
        }
        return ctx.invoke("move", "moves:live", envelope.detail(), String.class);
    }

    private String create(Event.Created created, DurableContext ctx) {
        ctx.step("create", String.class, step -> "created " + created.id());
        ctx.wait("cool-down", Duration.ofSeconds(30));
        return ctx.step("publish", String.class, step -> "published " + created.id());
    }
}
