package strategy;

import software.amazon.lambda.durable.DurableContext;

/** By courier. */
final class Courier implements Carrier {
    @Override
    public String deliver(Delivery delivery, DurableContext ctx) {
        return ctx.step("courier", String.class, step -> "by courier " + delivery.id());
    }
}
