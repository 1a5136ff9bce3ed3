package shop;

import java.time.Instant;
import java.util.UUID;

/** Computes prices. */
final class PriceService {

    String quote(String order) {
        return order + "@" + Instant.now() + UUID.randomUUID();
    }
}
