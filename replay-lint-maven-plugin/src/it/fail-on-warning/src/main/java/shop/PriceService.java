package shop;

import java.time.Instant;

/** Computes prices. */
final class PriceService {

    String quote(Order order) {
        return order.id() + ":" + order.cents();
    }

    String stamped(String receipt) {
        return receipt + " at " + Instant.now();
    }
}
