package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: durable operation. */
public class DurableOperationException extends DurableExecutionException {
    public String getOperationId() {
        throw new UnsupportedOperationException("stand-in");
    }

    protected DurableOperationException() {}
}
