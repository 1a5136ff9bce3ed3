package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: child context failed. */
public class ChildContextFailedException extends DurableOperationException {
    protected ChildContextFailedException() {}
}
