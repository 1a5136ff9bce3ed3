package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: non deterministic execution. */
public class NonDeterministicExecutionException extends UnrecoverableDurableExecutionException {
    public NonDeterministicExecutionException(String string) {}

    protected NonDeterministicExecutionException() {}
}
