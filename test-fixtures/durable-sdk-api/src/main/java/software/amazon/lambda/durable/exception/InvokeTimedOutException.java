package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: invoke timed out. */
public class InvokeTimedOutException extends InvokeException {
    protected InvokeTimedOutException() {}
}
