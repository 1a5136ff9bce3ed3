package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: durable execution input. */
public final class DurableExecutionInput {
    private DurableExecutionInput() {}
}
