package com.acme.orders.domain;

import com.acme.orders.model.Order;
import com.acme.orders.model.OrderLine;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up an order, less the discount of the opening sale. */
public final class PricingService {
    private static final Logger LOG = LoggerFactory.getLogger(PricingService.class);
    private static final Instant SALE_ENDS = Instant.parse("2027-01-01T00:00:00Z");

    public long total(Order order) {
        long sum = order.lines().stream().mapToLong(PricingService::price).sum();
        LOG.info("order {} costs {} cents before discounts", order.id(), sum);
        return Instant.now().isBefore(SALE_ENDS) ? sum - sum / 10 : sum;
    }

    private static long price(OrderLine line) {
        return line.quantity() * line.cents();
    }
}
