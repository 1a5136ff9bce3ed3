package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: invoke failed. */
public class InvokeFailedException extends InvokeException {
    protected InvokeFailedException() {}
}
