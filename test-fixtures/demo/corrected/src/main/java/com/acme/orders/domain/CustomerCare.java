package com.acme.orders.domain;

import com.acme.orders.model.Order;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.TypeToken;

/** Welcomes new customers, asks one in twenty for an opinion, and rewards them all. */
public final class CustomerCare {
    /** Always asks: whom it has welcomed already is known to the other function, not to this sandbox. */
    public void welcome(Order order, DurableContext ctx) {
        ctx.invoke("welcome", "customer-care:live", order.customer(), String.class);
    }

    public void survey(Order order, DurableContext ctx) {
        var chosen = ctx.step(
                "draw-survey",
                Boolean.class,
                step -> ThreadLocalRandom.current().nextInt(20) == 0);
        if (chosen) {
            var answers =
                    ctx.invoke("survey", "surveys:live", order.customer(), new TypeToken<List<String>>() {});
            ctx.getLogger().info("{} gave {} answers", order.customer(), answers.size());
        }
    }

    /** Points for the order; it is not done before they are booked. */
    public void reward(Order order, DurableContext ctx) {
        ctx.invoke("reward", "loyalty:live", order.customer(), String.class);
    }
}
