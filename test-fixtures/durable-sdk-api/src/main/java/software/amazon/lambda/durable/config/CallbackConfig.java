package software.amazon.lambda.durable.config;

import java.time.Duration;
import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: callback. */
public class CallbackConfig {
    public Duration timeout() {
        throw new UnsupportedOperationException("stand-in");
    }

    public Duration heartbeatTimeout() {
        throw new UnsupportedOperationException("stand-in");
    }

    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CallbackConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public CallbackConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private CallbackConfig() {}

    public static class Builder {
        public Builder(Duration duration, Duration duration2, SerDes serDes) {}

        public CallbackConfig.Builder timeout(Duration duration) {
            throw new UnsupportedOperationException("stand-in");
        }

        public CallbackConfig.Builder heartbeatTimeout(Duration duration) {
            throw new UnsupportedOperationException("stand-in");
        }

        public CallbackConfig.Builder serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public CallbackConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }
    }
}
