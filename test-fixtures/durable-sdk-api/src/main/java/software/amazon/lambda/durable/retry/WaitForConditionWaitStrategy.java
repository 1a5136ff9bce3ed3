package software.amazon.lambda.durable.retry;

import java.time.Duration;

/** Stands in for the SDK type of this name: wait for condition wait strategy. */
public interface WaitForConditionWaitStrategy<T> {
    Duration evaluate(T value, int number);
}
