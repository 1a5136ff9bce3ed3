package optional;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Optionals decide on operations. */
public final class GuestHandler extends DurableHandler<Guest, String> {
    @Override
    public String handleRequest(Guest guest, DurableContext ctx) {
        var room = ctx.invoke("room", "rooms:live", guest.name(), String.class);
        var extra = guest.wished()
                .map(wish -> ctx.invoke("wish", "concierge:live", wish, String.class))
                .orElse("nothing");
        if (guest.wished().isPresent()) {
            ctx.step("note-wish", String.class, step -> "noted " + extra);
        }
        return room + extra;
    }
}
