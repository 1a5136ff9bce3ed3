package software.amazon.lambda.durable.logging;

/** Settings of an operation: logger. */
public record LoggerConfig(boolean suppressReplayLogs, boolean oldKeyNames) {

    public static LoggerConfig defaults() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static LoggerConfig withReplayLogging() {
        throw new UnsupportedOperationException("stand-in");
    }
}
