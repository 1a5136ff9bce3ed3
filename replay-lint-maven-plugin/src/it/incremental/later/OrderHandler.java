package shop.orders;

import java.time.Instant;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order. */
public final class OrderHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        Instant now = Instant.now();
        return ctx.step("charge", String.class, step -> order + " charged at " + now);
    }
}
