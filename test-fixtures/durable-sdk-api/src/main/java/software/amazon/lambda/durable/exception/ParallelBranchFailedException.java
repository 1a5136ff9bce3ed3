package software.amazon.lambda.durable.exception;

/** Stands in for the failure of this name: parallel branch failed. */
public class ParallelBranchFailedException extends DurableOperationException {
    protected ParallelBranchFailedException() {}
}
