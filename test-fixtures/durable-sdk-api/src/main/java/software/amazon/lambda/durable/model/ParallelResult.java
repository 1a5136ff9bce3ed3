package software.amazon.lambda.durable.model;

import java.util.List;

/** Stands in for the SDK type of this name: parallel result. */
public record ParallelResult(int size, int succeeded, int failed, int skipped, ConcurrencyCompletionStatus completionStatus, List<ParallelResult.Status> statuses) {

    public enum Status {
        SUCCEEDED, FAILED, SKIPPED;
    }
}
