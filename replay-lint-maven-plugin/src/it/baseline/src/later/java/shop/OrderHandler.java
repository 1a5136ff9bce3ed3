package shop;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order. */
public final class OrderHandler extends DurableHandler<String, String> {

    private final PriceService prices = new PriceService();

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String text = prices.quote(order);
        String receipt = ctx.step("charge", String.class, step -> text);
        return ctx.step("ship", String.class, step -> receipt);
    }
}
