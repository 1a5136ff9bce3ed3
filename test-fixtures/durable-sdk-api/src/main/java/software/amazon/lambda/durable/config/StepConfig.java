package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.retry.RetryStrategy;
import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: step. */
public class StepConfig {
    public RetryStrategy retryStrategy() {
        throw new UnsupportedOperationException("stand-in");
    }

    public StepSemantics semanticsPerRetry() {
        throw new UnsupportedOperationException("stand-in");
    }

    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public StepConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static StepConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private StepConfig() {}

    public static class Builder {
        public Builder(RetryStrategy strategy, StepSemantics stepSemantics, SerDes serDes) {}

        public StepConfig.Builder retryStrategy(RetryStrategy strategy) {
            throw new UnsupportedOperationException("stand-in");
        }

        public StepConfig.Builder semanticsPerRetry(StepSemantics stepSemantics) {
            throw new UnsupportedOperationException("stand-in");
        }

        public StepConfig.Builder serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public StepConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }
    }
}
