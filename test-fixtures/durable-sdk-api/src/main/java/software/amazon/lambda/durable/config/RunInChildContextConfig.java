package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: run in child context. */
public class RunInChildContextConfig {
    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public Boolean isVirtual() {
        throw new UnsupportedOperationException("stand-in");
    }

    public RunInChildContextConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static RunInChildContextConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private RunInChildContextConfig() {}

    public static class Builder {
        public RunInChildContextConfig.Builder serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public RunInChildContextConfig.Builder isVirtual(Boolean enabled) {
            throw new UnsupportedOperationException("stand-in");
        }

        public RunInChildContextConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }

        private Builder() {}
    }
}
