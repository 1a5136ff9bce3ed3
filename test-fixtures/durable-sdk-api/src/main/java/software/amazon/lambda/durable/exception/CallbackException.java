package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: callback. */
public class CallbackException extends DurableOperationException {
    public String getCallbackId() {
        throw new UnsupportedOperationException("stand-in");
    }

    protected CallbackException() {}
}
