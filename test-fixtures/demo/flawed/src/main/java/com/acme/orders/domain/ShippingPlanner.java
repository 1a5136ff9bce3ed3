package com.acme.orders.domain;

import com.acme.orders.model.Order;
import com.acme.orders.model.Pickup;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableFuture;

/** Reserves stock, finds a carrier and has the goods picked up. */
public final class ShippingPlanner {
    private static final Set<String> WAREHOUSES = Set.of("berlin", "lyon", "porto");

    private final ReentrantLock ramp = new ReentrantLock();

    public void reserve(Order order, DurableContext ctx) {
        for (var warehouse : WAREHOUSES) {
            ctx.invoke("reserve-" + warehouse, "stock-" + warehouse + ":live", order, String.class);
        }
    }

    public String carrierFor(Order order, DurableContext ctx) {
        var post = ctx.invokeAsync("ask-post", "carrier-post:live", order, String.class);
        var courier = ctx.invokeAsync("ask-courier", "carrier-courier:live", order, String.class);
        return (String) DurableFuture.anyOf(post, courier);
    }

    /** Gives the warehouses a moment to book the reservations. */
    public void letStockSettle() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One booking at a time: there is one ramp. */
    public void bookPickup(String carrier, DurableContext ctx) {
        ramp.lock();
        try {
            var pickup = ctx.invoke("book-pickup", "pickups:live", carrier, Pickup.class);
            ctx.getLogger().info("{} comes to ramp {}", carrier, pickup.ramp());
        } finally {
            ramp.unlock();
        }
    }
}
