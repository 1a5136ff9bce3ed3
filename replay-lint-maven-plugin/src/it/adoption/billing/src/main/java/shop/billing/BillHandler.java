package shop.billing;

import java.util.UUID;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Sends the bill for an order. */
public final class BillHandler extends DurableHandler<String, String> {

    @Override
    public String handleRequest(String order, DurableContext ctx) {
        String number = UUID.randomUUID().toString();
        ctx.step("archive", String.class, step -> order + "-" + number);
        return ctx.step("send", String.class, step -> System.getenv("SENDER") + number);
    }
}
