package shop;

import java.time.Instant;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order, and counts the percents: 100%, a: b, c. */
public final class OrderHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        Instant now = Instant.now();
        ctx.step("charge 100%, a: b", String.class, step -> order + now);
        ctx.step(null, String.class, step -> order);
        return order;
    }
}
