package software.amazon.lambda.durable.retry;

/** Stands in for the SDK type of this name: retry strategy. */
public interface RetryStrategy {
    RetryDecision makeRetryDecision(Throwable error, int number);
}
