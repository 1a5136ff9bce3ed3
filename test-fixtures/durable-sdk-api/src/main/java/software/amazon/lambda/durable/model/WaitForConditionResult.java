package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: wait for condition result. */
public record WaitForConditionResult<T>(T value, boolean isDone) {

    public static <T> WaitForConditionResult<T> stopPolling(T value) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static <T> WaitForConditionResult<T> continuePolling(T value) {
        throw new UnsupportedOperationException("stand-in");
    }
}
