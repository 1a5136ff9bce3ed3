package software.amazon.lambda.durable.config;

/** Settings of an operation: parallel. */
public class ParallelConfig {
    public int maxConcurrency() {
        throw new UnsupportedOperationException("stand-in");
    }

    public CompletionConfig completionConfig() {
        throw new UnsupportedOperationException("stand-in");
    }

    public NestingType nestingType() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static ParallelConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public ParallelConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private ParallelConfig() {}

    public static class Builder {
        public ParallelConfig.Builder maxConcurrency(Integer number) {
            throw new UnsupportedOperationException("stand-in");
        }

        public ParallelConfig.Builder completionConfig(CompletionConfig config) {
            throw new UnsupportedOperationException("stand-in");
        }

        public ParallelConfig.Builder nestingType(NestingType nestingType) {
            throw new UnsupportedOperationException("stand-in");
        }

        public ParallelConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }

        private Builder() {}
    }
}
