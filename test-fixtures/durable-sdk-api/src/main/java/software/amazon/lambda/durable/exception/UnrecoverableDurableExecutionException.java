package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: unrecoverable durable execution. */
public class UnrecoverableDurableExecutionException extends DurableExecutionException {
    public boolean isRetryable() {
        throw new UnsupportedOperationException("stand-in");
    }

    protected UnrecoverableDurableExecutionException() {}
}
