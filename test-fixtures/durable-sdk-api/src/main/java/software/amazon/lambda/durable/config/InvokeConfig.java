package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: invoke. */
public class InvokeConfig {
    public InvokeConfig(InvokeConfig.Builder builder) {}

    public SerDes payloadSerDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public String tenantId() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static InvokeConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public InvokeConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static class Builder {
        public InvokeConfig.Builder tenantId(String name) {
            throw new UnsupportedOperationException("stand-in");
        }

        public InvokeConfig.Builder payloadSerDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public InvokeConfig.Builder serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public InvokeConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }

        private Builder() {}
    }
}
