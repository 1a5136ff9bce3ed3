package shop;

import java.time.Instant;

/** Computes prices. */
final class PriceService {

    String quote(String order) {
        return order + "@" + Instant.now();
    }
}
