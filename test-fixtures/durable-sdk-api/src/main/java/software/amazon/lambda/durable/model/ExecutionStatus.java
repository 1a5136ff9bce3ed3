package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: execution status. */
public enum ExecutionStatus {
    SUCCEEDED, FAILED, PENDING;

    public String toString() {
        throw new UnsupportedOperationException("stand-in");
    }
}
