package software.amazon.lambda.durable.retry;

import java.time.Duration;
import java.time.Instant;

/** Stands in for the SDK type of this name: polling strategies. */
public class PollingStrategies {
    public PollingStrategies() {}

    public static PollingStrategy exponentialBackoff(Duration duration, double rate, JitterStrategy jitterStrategy, Duration duration2) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static PollingStrategy fixedDelay(Duration duration) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static PollingStrategy at(Instant instant) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static class Presets {
        public static final PollingStrategy DEFAULT = null;

        public Presets() {}
    }
}
