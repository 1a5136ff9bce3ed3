package strategy;

import software.amazon.lambda.durable.DurableContext;

/** A way of delivery, with operations of its own. */
interface Carrier {
    String deliver(Delivery delivery, DurableContext ctx);
}
