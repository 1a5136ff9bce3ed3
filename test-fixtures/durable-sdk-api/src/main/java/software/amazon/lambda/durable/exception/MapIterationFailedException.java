package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: map iteration failed. */
public class MapIterationFailedException extends DurableOperationException {
    protected MapIterationFailedException() {}
}
