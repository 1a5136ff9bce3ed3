package software.amazon.lambda.durable.retry;

import java.time.Duration;

/** Stands in for the SDK type of this name: retry decision. */
public class RetryDecision {
    public static RetryDecision retry(Duration duration) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static RetryDecision fail() {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean shouldRetry() {
        throw new UnsupportedOperationException("stand-in");
    }

    public Duration delay() {
        throw new UnsupportedOperationException("stand-in");
    }

    public String toString() {
        throw new UnsupportedOperationException("stand-in");
    }

    private RetryDecision() {}
}
