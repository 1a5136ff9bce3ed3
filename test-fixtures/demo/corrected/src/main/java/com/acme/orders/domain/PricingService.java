package com.acme.orders.domain;

import com.acme.orders.model.Order;
import com.acme.orders.model.OrderLine;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.durable.DurableContext;

/** Adds up an order, less the discount of the opening sale. */
public final class PricingService {
    private static final Logger LOG = LoggerFactory.getLogger(PricingService.class);
    private static final Instant SALE_ENDS = Instant.parse("2027-01-01T00:00:00Z");

    public long total(Order order, DurableContext ctx) {
        long sum = order.lines().stream().mapToLong(PricingService::price).sum();
        ctx.getLogger(LOG).info("order {} costs {} cents before discounts", order.id(), sum);
        var onSale = ctx.step("is-sale-on", Boolean.class, step -> Instant.now().isBefore(SALE_ENDS));
        return onSale ? sum - sum / 10 : sum;
    }

    private static long price(OrderLine line) {
        return line.quantity() * line.cents();
    }
}
