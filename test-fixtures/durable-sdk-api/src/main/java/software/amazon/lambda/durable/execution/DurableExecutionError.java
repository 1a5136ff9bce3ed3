package software.amazon.lambda.durable.execution;

/** Stands in for the failure of this name: durable execution. */
public class DurableExecutionError extends Error {
    public DurableExecutionError(String string) {}

    protected DurableExecutionError() {}
}
