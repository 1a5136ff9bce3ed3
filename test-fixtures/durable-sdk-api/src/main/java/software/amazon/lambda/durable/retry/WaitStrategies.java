package software.amazon.lambda.durable.retry;

import java.time.Duration;

/** Stands in for the SDK type of this name: wait strategies. */
public final class WaitStrategies {
    public WaitStrategies() {}

    public static <T> WaitForConditionWaitStrategy<T> defaultStrategy() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static <T> WaitForConditionWaitStrategy<T> exponentialBackoff(int number, Duration duration, Duration duration2, double rate, JitterStrategy jitterStrategy) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static <T> WaitForConditionWaitStrategy<T> fixedDelay(int number, Duration duration) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static class Presets {
        public static final WaitForConditionWaitStrategy DEFAULT = null;

        public Presets() {}
    }
}
