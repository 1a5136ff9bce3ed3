package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: step interrupted. */
public class StepInterruptedException extends StepException {
    protected StepInterruptedException() {}
}
