package software.amazon.lambda.durable.config;

/** Stands in for the SDK type of this name: step semantics. */
public enum StepSemantics {
    AT_LEAST_ONCE_PER_RETRY, AT_MOST_ONCE_PER_RETRY;
}
