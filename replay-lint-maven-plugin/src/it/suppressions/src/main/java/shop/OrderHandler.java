package shop;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order. */
public final class OrderHandler extends DurableHandler<String, String> {

    private final PriceService prices = new PriceService();

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String text = prices.quote(order) + prices.id() + prices.time() + Legacy.stamp();
        String receipt = ctx.step("charge", String.class, step -> text); // replay-lint: allow wall-clok: misspelt
        return ctx.step("ship", String.class, step -> receipt); // replay-lint: allow any-of: not any more
    }
}
