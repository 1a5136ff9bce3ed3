package shop;

import software.amazon.lambda.durable.DurableContext;

final class Labels {
    String label(DurableContext ctx) {
        return ctx.;
    }
}
