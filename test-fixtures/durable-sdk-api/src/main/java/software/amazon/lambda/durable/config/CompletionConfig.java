package software.amazon.lambda.durable.config;

import java.util.function.Function;
import software.amazon.lambda.durable.model.ConcurrencyCompletionStatus;

/** Settings of an operation: completion. */
public record CompletionConfig(Integer minSuccessful, Integer toleratedFailureCount, Double toleratedFailurePercentage, Function<CompletionConfig.CompletionStatus, CompletionConfig.CompletionDecision> shouldComplete) {

    public static CompletionConfig allSuccessful() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CompletionConfig allCompleted() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CompletionConfig firstSuccessful() {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CompletionConfig minSuccessful(int number) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CompletionConfig toleratedFailureCount(int number) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CompletionConfig toleratedFailurePercentage(double rate) {
        throw new UnsupportedOperationException("stand-in");
    }

    public static CompletionConfig shouldComplete(Function<CompletionConfig.CompletionStatus, CompletionConfig.CompletionDecision> function) {
        throw new UnsupportedOperationException("stand-in");
    }

    public Function<CompletionConfig.CompletionStatus, CompletionConfig.CompletionDecision> completionDecisionFunction() {
        throw new UnsupportedOperationException("stand-in");
    }

    public boolean hasCustomShouldComplete() {
        throw new UnsupportedOperationException("stand-in");
    }

    public record CompletionDecision(boolean shouldComplete, ConcurrencyCompletionStatus completionStatus) {

        public static CompletionConfig.CompletionDecision complete(ConcurrencyCompletionStatus concurrencyCompletionStatus) {
            throw new UnsupportedOperationException("stand-in");
        }

        public static CompletionConfig.CompletionDecision continueExecution() {
            throw new UnsupportedOperationException("stand-in");
        }

        public boolean isSucceeded() {
            throw new UnsupportedOperationException("stand-in");
        }
    }

    public record CompletionStatus(int successCount, int failureCount, int completedCount, int totalCount, boolean allItemsRegistered) {

        public boolean allCompleted() {
            throw new UnsupportedOperationException("stand-in");
        }
    }
}
