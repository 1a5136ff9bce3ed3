package software.amazon.lambda.durable;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import software.amazon.lambda.durable.client.DurableExecutionClient;
import software.amazon.lambda.durable.logging.LoggerConfig;
import software.amazon.lambda.durable.retry.PollingStrategy;
import software.amazon.lambda.durable.serde.SerDes;

/** Configuration of a durable function. */
public final class DurableConfig {
    public static DurableConfig defaultConfig() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static DurableConfig.Builder builder() {
        throw new UnsupportedOperationException("stand-in");
    }

    public DurableExecutionClient getDurableExecutionClient() {
        throw new UnsupportedOperationException("stand-in");
    }

    public SerDes getSerDes() {
        throw new UnsupportedOperationException("stand-in");
    }

    public ExecutorService getExecutorService() {
        throw new UnsupportedOperationException("stand-in");
    }

    public LoggerConfig getLoggerConfig() {
        throw new UnsupportedOperationException("stand-in");
    }

    public PollingStrategy getPollingStrategy() {
        throw new UnsupportedOperationException("stand-in");
    }

    public Duration getCheckpointDelay() {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean shouldDeserializeAfterSerialization() {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean shouldCheckpointEmptyMap() {
        throw new UnsupportedOperationException("stand-in");
    }

    public void validateConfiguration() {
        throw new UnsupportedOperationException("stand-in");
    }

    private DurableConfig() {}

    public static final class Builder {
        public Builder() {}

        public DurableConfig.Builder withDurableExecutionClient(DurableExecutionClient durableExecutionClient) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withSerDes(SerDes serDes) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withExecutorService(ExecutorService executorService) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withLoggerConfig(LoggerConfig config) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withPollingStrategy(PollingStrategy pollingStrategy) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withCheckpointDelay(Duration duration) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withDeserializeAfterSerialization(boolean enabled) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig.Builder withCheckpointEmptyMap(boolean enabled) {
            throw new UnsupportedOperationException("stand-in");
        }

        public DurableConfig build() {
            throw new UnsupportedOperationException("stand-in");
        }
    }
}
