package shop;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order by its id. */
public final class OrderHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        ctx.step("step-0", String.class, step -> order);
        return order;
    }
}
