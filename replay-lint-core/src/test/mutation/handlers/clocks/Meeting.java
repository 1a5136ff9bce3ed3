package clocks;

import java.time.Instant;

/** When people meet. */
public record Meeting(String id, String at) {
    Instant start() {
        return Instant.parse(at);
    }
}
