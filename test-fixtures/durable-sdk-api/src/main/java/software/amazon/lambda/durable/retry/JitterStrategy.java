package software.amazon.lambda.durable.retry;

/** Stands in for the SDK type of this name: jitter strategy. */
public enum JitterStrategy {
    NONE, FULL, HALF;

    public double apply(double rate) {
        throw new UnsupportedOperationException("stand-in");
    }
}
