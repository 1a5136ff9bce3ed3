package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: callback failed. */
public class CallbackFailedException extends CallbackException {
    protected CallbackFailedException() {}
}
