package shop;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order: charges the customer, waits for the warehouse, ships. */
public final class OrderHandler extends DurableHandler<Order, String> {

    private final PriceService prices = new PriceService();

    @Override
    public String handleRequest(Order order, DurableContext ctx) {
        String quote = prices.quote(order);
        String receipt = ctx.step("charge", String.class, step -> "charged " + quote);
        ctx.wait("warehouse", Duration.ofHours(1));
        String shipped = ctx.step("ship", String.class, step -> receipt + " and shipped");
        return prices.stamped(shipped);
    }
}
