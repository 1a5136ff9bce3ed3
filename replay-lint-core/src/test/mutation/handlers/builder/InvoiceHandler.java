package builder;

import java.time.Duration;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Writes an invoice with a fluent builder. */
public class InvoiceHandler extends DurableHandler<Order, String> {
    @Override
    public String handleRequest(Order order, DurableContext ctx) {
        var cents = ctx.step("price", Long.class, step -> order.items().values().stream()
                .mapToLong(Integer::longValue)
                .sum());
        var invoice = Invoice.builder()
                .customer(order.customer())
                .cents(cents)
                .note("order " + order.id())
                .build();
        var number = ctx.invoke("number", "numbers:live", order.id(), String.class);
        ctx.invoke("print", "printer:live", invoice.customer() + invoice.cents() + invoice.note(), String.class);
        ctx.wait("term-of-payment", Duration.ofDays(30));
        return number;
    }
}
