package software.amazon.lambda.durable.execution;

/** Stands in for the failure of this name: suspend execution. */
public class SuspendExecutionException extends DurableExecutionError {
    public SuspendExecutionException() {}
}
