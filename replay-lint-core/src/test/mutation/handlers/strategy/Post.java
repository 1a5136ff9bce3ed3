package strategy;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;

/** By post. */
final class Post implements Carrier {
    @Override
    public String deliver(Delivery delivery, DurableContext ctx) {
        ctx.invoke("stamp", "post:live", delivery.id(), String.class);
        ctx.wait("post-time", Duration.ofDays(2));
        return "by post";
    }
}
