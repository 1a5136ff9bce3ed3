package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: illegal durable operation. */
public class IllegalDurableOperationException extends UnrecoverableDurableExecutionException {
    public IllegalDurableOperationException(String string) {}

    protected IllegalDurableOperationException() {}
}
