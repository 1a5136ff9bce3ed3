package shop;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order: charges the customer, waits for the warehouse, ships. */
public final class OrderHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String day = ctx.step("day", String.class, step -> ShippingDays.next());
        ctx.step("charge", String.class, step -> "charged " + order + ", leaves on " + day);
        ctx.wait("warehouse", Duration.ofHours(12));
        return ctx.step("ship", String.class, step -> "label of " + order + " for " + day);
    }
}
