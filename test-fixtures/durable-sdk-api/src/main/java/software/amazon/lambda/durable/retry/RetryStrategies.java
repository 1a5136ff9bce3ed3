package software.amazon.lambda.durable.retry;

import java.time.Duration;

/** Stands in for the SDK type of this name: retry strategies. */
public class RetryStrategies {
    public RetryStrategies() {}

    public static RetryStrategy exponentialBackoff(int number, Duration duration, Duration duration2, double rate, JitterStrategy jitterStrategy) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static RetryStrategy linearBackoff(int number, Duration duration, Duration duration2) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static RetryStrategy linearBackoff(int number, Duration duration, Duration duration2, Duration duration3, JitterStrategy jitterStrategy) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static RetryStrategy fixedDelay(int number, Duration duration) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static class Presets {
        public static final RetryStrategy DEFAULT = (error, attempt) -> { throw new UnsupportedOperationException("stand-in"); };

        public static final RetryStrategy LINEAR = (error, attempt) -> { throw new UnsupportedOperationException("stand-in"); };

        public static final RetryStrategy NO_RETRY = (error, attempt) -> { throw new UnsupportedOperationException("stand-in"); };

        public Presets() {}
    }
}
