package com.acme.orders.domain;

import com.acme.orders.model.Order;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.lambda.durable.DurableContext;

/** Welcomes new customers, asks one in twenty for an opinion, and rewards them all. */
public final class CustomerCare {
    private static final Set<String> WELCOMED = ConcurrentHashMap.newKeySet();

    public void welcome(Order order, DurableContext ctx) {
        if (!WELCOMED.contains(order.customer())) {
            ctx.invoke("welcome", "customer-care:live", order.customer(), String.class);
            WELCOMED.add(order.customer());
        }
    }

    public void survey(Order order, DurableContext ctx) {
        if (ThreadLocalRandom.current().nextInt(20) == 0) {
            var answers = ctx.invoke("survey", "surveys:live", order.customer(), List.class);
            ctx.getLogger().info("{} gave {} answers", order.customer(), answers.size());
        }
    }

    /** Points for the order; nobody has to wait for them. */
    public void reward(Order order, DurableContext ctx) {
        ctx.invokeAsync("reward", "loyalty:live", order.customer(), String.class);
    }
}
