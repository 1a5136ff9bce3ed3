package shop;

import java.time.Instant;

/** Computes prices. */
final class PriceService {

    String quote(Order order) {
        return order.id() + ":" + order.cents() + "@" + Instant.now();
    }
}
