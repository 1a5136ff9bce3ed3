package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: step. */
public class StepException extends DurableOperationException {
    protected StepException() {}
}
