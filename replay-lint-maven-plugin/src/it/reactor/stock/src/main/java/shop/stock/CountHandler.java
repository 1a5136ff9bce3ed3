package shop.stock;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Counts what is left. */
public final class CountHandler extends DurableHandler<String, Integer> {

    @Override
    public Integer handleRequest(String shelf, DurableContext ctx) {
        return ctx.step("count", Integer.class, step -> shelf.length());
    }
}
