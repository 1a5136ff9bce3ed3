package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: invoke. */
public class InvokeException extends DurableOperationException {
    protected InvokeException() {}
}
