package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: invoke stopped. */
public class InvokeStoppedException extends InvokeException {
    protected InvokeStoppedException() {}
}
