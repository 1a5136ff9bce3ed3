package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: map. */
public class MapConfig {
    public Integer maxConcurrency() {
        throw new UnsupportedOperationException("stand-in");
    }

    public CompletionConfig completionConfig() {
        throw new UnsupportedOperationException("stand-in");
    }

    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public NestingType nestingType() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static MapConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public MapConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private MapConfig() {}

    public static class Builder {
        public MapConfig.Builder maxConcurrency(Integer number) {
            throw new UnsupportedOperationException("stand-in");
        }

        public MapConfig.Builder completionConfig(CompletionConfig config) {
            throw new UnsupportedOperationException("stand-in");
        }

        public MapConfig.Builder serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public MapConfig.Builder nestingType(NestingType nestingType) {
            throw new UnsupportedOperationException("stand-in");
        }

        public MapConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }

        private Builder() {}
    }
}
