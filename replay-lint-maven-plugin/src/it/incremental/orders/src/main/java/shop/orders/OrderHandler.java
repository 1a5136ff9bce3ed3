package shop.orders;

import com.acme.ids.Ids;
import shop.prices.Quotes;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order. */
public final class OrderHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String quote = Quotes.quote(order);
        String id = Ids.fresh();
        return ctx.step("charge", String.class, step -> id + " charged " + quote);
    }
}
