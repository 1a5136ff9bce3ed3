package strategy;

import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableHandler;

/** Chooses by what the input says. */
public final class DeliveryHandler extends DurableHandler<Delivery, String> {
    private final Carrier post = new Post();
    private final Carrier courier = new Courier();

    @Override
    public String handleRequest(Delivery delivery, DurableContext ctx) {
        var packed = ctx.step("pack", String.class, step -> "packed " + delivery.id());
        var way = delivery.way().equals("fast") ? courier.deliver(delivery, ctx) : post.deliver(delivery, ctx);
        ctx.invoke("file", "archive:live", packed + way, String.class);
        return way;
    }
}
