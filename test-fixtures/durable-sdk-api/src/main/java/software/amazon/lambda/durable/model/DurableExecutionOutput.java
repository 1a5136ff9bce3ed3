package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: durable execution output. */
public final class DurableExecutionOutput {
    private DurableExecutionOutput() {}
}
