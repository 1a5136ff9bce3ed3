package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: concurrency completion status. */
public enum ConcurrencyCompletionStatus {
    ALL_COMPLETED, MIN_SUCCESSFUL_REACHED, FAILURE_TOLERANCE_EXCEEDED, CUSTOM_COMPLETION_SUCCEEDED, CUSTOM_COMPLETION_FAILED;

    public String toString() {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean isSucceeded() {
        throw new UnsupportedOperationException("stand-in");
    }
}
