package com.acme.orders.domain;

import com.acme.orders.model.Order;
import com.acme.orders.model.Pickup;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import software.amazon.lambda.durable.DurableContext;
import software.amazon.lambda.durable.DurableFuture;

/** Reserves stock, finds a carrier and has the goods picked up. */
public final class ShippingPlanner {
    private static final List<String> WAREHOUSES = List.of("berlin", "lyon", "porto");

    public void reserve(Order order, DurableContext ctx) {
        for (var warehouse : WAREHOUSES) {
            ctx.invoke("reserve-" + warehouse, "stock-" + warehouse + ":live", order, String.class);
        }
    }

    /** Both are asked, and the offer that sorts first wins: "120 post" before "150 courier". */
    public String carrierFor(Order order, DurableContext ctx) {
        var post = ctx.invokeAsync("ask-post", "carrier-post:live", order, String.class);
        var courier = ctx.invokeAsync("ask-courier", "carrier-courier:live", order, String.class);
        return Collections.min(DurableFuture.allOf(post, courier));
    }

    /** Gives the warehouses a moment to book the reservations. */
    public void letStockSettle(DurableContext ctx) {
        ctx.wait("let-stock-settle", Duration.ofSeconds(30));
    }

    /** One booking at a time: there is one ramp, and the other function has a concurrency of one. */
    public void bookPickup(String carrier, DurableContext ctx) {
        var pickup = ctx.invoke("book-pickup", "pickups:live", carrier, Pickup.class);
        ctx.getLogger().info("{} comes to ramp {}", carrier, pickup.ramp());
    }
}
