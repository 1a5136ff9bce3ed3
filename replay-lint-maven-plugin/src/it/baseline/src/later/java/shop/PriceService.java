package shop;

import java.time.Instant;
import java.util.UUID;

/** Computes prices, and discounts since last week. */
final class PriceService {

    private static final double MOST = 0.3;

    String quote(String order) {
        String id = order + "@" + Instant.now() + UUID.randomUUID();
        return id + "-" + discount();
    }

    private double discount() {
        return Math.min(MOST, Math.random());
    }
}
