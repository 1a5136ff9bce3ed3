package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: callback timeout. */
public class CallbackTimeoutException extends CallbackException {
    protected CallbackTimeoutException() {}
}
