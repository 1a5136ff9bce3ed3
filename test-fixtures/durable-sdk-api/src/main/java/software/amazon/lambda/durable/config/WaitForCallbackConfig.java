package software.amazon.lambda.durable.config;

/** Settings of an operation: wait for callback. */
public class WaitForCallbackConfig {
    public StepConfig stepConfig() {
        throw new UnsupportedOperationException("stand-in");
    }

    public CallbackConfig callbackConfig() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static WaitForCallbackConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public WaitForCallbackConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private WaitForCallbackConfig() {}

    public static class Builder {
        public Builder() {}

        public WaitForCallbackConfig.Builder stepConfig(StepConfig config) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WaitForCallbackConfig.Builder callbackConfig(CallbackConfig config) {
            throw new UnsupportedOperationException("stand-in");
        }

        public WaitForCallbackConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }
    }
}
