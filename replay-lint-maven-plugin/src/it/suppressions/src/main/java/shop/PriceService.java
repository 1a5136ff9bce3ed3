package shop;

import java.time.Instant;
import java.util.UUID;

/** Computes prices. */
final class PriceService {

    @SuppressReplayWarnings(value = "wall-clock", reason = "only printed on the receipt")
    String quote(String order) {
        return order + "@" + Instant.now();
    }

    String id() {
        // replay-lint: allow random-value: for the log of the printer
        return UUID.randomUUID().toString();
    }

    @SuppressWarnings("replay-lint:wall-clock")
    String time() {
        return "at " + Instant.now();
    }
}
