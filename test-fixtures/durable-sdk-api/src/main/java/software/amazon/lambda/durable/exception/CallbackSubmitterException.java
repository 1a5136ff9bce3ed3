package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: callback submitter. */
public class CallbackSubmitterException extends CallbackException {
    protected CallbackSubmitterException() {}
}
