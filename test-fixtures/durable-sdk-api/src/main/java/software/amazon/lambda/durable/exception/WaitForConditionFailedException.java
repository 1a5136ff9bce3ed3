package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: wait for condition failed. */
public class WaitForConditionFailedException extends DurableOperationException {
    public WaitForConditionFailedException(String string) {}

    protected WaitForConditionFailedException() {}
}
