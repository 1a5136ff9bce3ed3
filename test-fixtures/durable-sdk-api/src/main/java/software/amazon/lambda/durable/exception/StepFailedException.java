package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: step failed. */
public class StepFailedException extends StepException {
    protected StepFailedException() {}
}
