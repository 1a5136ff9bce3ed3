package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.retry.WaitForConditionWaitStrategy;
import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: wait for condition. */
public class WaitForConditionConfig<T> {
    public WaitForConditionWaitStrategy<T> waitStrategy() {
        throw new UnsupportedOperationException("stand-in");
    }

    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public T initialState() {
        throw new UnsupportedOperationException("stand-in");
    }

    public WaitForConditionConfig.Builder<T> toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static <T> WaitForConditionConfig.Builder<T> builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private WaitForConditionConfig() {}

    public static class Builder<T> {
        public WaitForConditionConfig.Builder<T> waitStrategy(WaitForConditionWaitStrategy<T> waitForConditionWaitStrategy) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WaitForConditionConfig.Builder<T> serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WaitForConditionConfig.Builder<T> initialState(T value) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WaitForConditionConfig<T> build() {
            throw new UnsupportedOperationException("stand-in");
        }

        private Builder() {}
    }
}
