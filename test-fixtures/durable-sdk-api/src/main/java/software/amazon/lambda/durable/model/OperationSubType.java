package software.amazon.lambda.durable.model;

/** Stands in for the SDK type of this name: operation sub type. */
public enum OperationSubType {
    STEP, WAIT, CALLBACK, CHAINED_INVOKE, RUN_IN_CHILD_CONTEXT, MAP, MAP_ITERATION, PARALLEL, PARALLEL_BRANCH, WAIT_FOR_CALLBACK, WAIT_FOR_CONDITION, WITH_RETRY;

    public String getValue() {
        throw new UnsupportedOperationException("stand-in");
    }

    public String toString() {
        throw new UnsupportedOperationException("stand-in");
    }
}
