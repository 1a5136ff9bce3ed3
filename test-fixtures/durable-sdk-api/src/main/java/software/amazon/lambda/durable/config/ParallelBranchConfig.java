package software.amazon.lambda.durable.config;

import software.amazon.lambda.durable.serde.SerDes;

/** Settings of an operation: parallel branch. */
public class ParallelBranchConfig {
    public SerDes serDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public ParallelBranchConfig.Builder toBuilder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static ParallelBranchConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    private ParallelBranchConfig() {}

    public static class Builder {
        public Builder(SerDes serDes) {}

        public ParallelBranchConfig.Builder serDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public ParallelBranchConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }
    }
}
