package shop.orders;

import shop.prices.Quotes;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order. */
public final class OrderHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String quote = Quotes.quote(order);
        return ctx.step("charge", String.class, step -> "charged " + quote);
    }
}
