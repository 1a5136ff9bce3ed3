package billing;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Takes an order by its id. */
public final class BillHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        ctx.step("pay", String.class, step -> "pay " + order);
        return order;
    }
}
