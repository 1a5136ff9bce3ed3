package injected;

import software.amazon.lambda.durable.DurableContext;

/** Hands out medicine. */
interface Pharmacy {
    String prescribe(String diagnosis, DurableContext ctx);
}
