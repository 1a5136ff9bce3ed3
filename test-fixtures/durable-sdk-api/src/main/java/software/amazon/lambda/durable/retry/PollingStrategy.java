package software.amazon.lambda.durable.retry;

import java.time.Duration;

/** Stands in for the SDK type of this name: polling strategy. */
public interface PollingStrategy {
    Duration computeDelay(int number);
}
