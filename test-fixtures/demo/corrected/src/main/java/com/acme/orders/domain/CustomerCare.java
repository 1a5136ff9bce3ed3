package com.acme.orders.domain;

import com.acme.orders.model.Order;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.lambda.durable.DurableContext;

/** Welcomes new customers, and asks one in twenty for an opinion. */
public final class CustomerCare {
    /** Always asks: whom it has welcomed already is known to the other function, not to this sandbox. */
    public void welcome(Order order, DurableContext ctx) {
        ctx.invoke("welcome", "customer-care:live", order.customer(), String.class);
    }

    public void survey(Order order, DurableContext ctx) {
        var chosen = ctx.step("draw-survey", Boolean.class, step -> ThreadLocalRandom.current().nextInt(20) == 0);
        if (chosen) {
            ctx.invoke("survey", "surveys:live", order.customer(), String.class);
        }
    }
}
