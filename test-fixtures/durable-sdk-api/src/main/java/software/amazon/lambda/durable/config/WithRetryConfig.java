package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.retry.RetryStrategy;

/** Settings of an operation: with retry. */
public class WithRetryConfig {
    public RetryStrategy retryStrategy() {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean wrapInChildContext() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static WithRetryConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private WithRetryConfig() {}

    public static class Builder {
        public WithRetryConfig.Builder retryStrategy(RetryStrategy strategy) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WithRetryConfig.Builder wrapInChildContext(boolean enabled) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WithRetryConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }

        private Builder() {}
    }
}
