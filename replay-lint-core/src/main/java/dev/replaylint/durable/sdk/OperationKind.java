package dev.replaylint.durable.sdk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of durable operations, with the region their function runs in. */
public enum OperationKind {
    STEP("step", Region.CHECKPOINTED),
    WAIT("wait"),
    INVOKE("invoke"),
    CREATE_CALLBACK("createCallback"),
    WAIT_FOR_CALLBACK("waitForCallback", Region.CHECKPOINTED),
    WAIT_FOR_CONDITION("waitForCondition", Region.CHECKPOINTED),
    CHILD_CONTEXT("runInChildContext", Region.REPLAYED),
    MAP("map", Region.REPLAYED),
    PARALLEL("parallel"),
    BRANCH("branch", Region.REPLAYED),
    WITH_RETRY("withRetry", Region.REPLAYED);

    private static final Map<String, OperationKind> BY_METHOD = Arrays.stream(values())
            .flatMap(k -> Stream.of(Map.entry(k.method, k), Map.entry(k.method + DurableSdk.ASYNC, k)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String method;
    private final Optional<Region> body;

    OperationKind(String method) {
        this.method = method;
        this.body = Optional.empty();
    }

    OperationKind(String method, Region body) {
        this.method = method;
        this.body = Optional.of(body);
    }

    /** The kind that this SDK method starts, whether it waits for the result or not. */
    static Optional<OperationKind> ofMethod(String name) {
        return Optional.ofNullable(BY_METHOD.get(name));
    }

    /** Name of the SDK method that waits for the result. */
    public String method() {
        return method;
    }

    /** The article that goes with the method's name: {@code a step}, {@code an invoke}. */
    public String article() {
        return this == INVOKE ? "an" : "a";
    }

    /** Where the function given to the operation runs; empty if it takes none. */
    public Optional<Region> body() {
        return body;
    }

    /** Whether its function gets a context of its own to start operations on. */
    public boolean givesContext() {
        return body().filter(r -> r == Region.REPLAYED).isPresent();
    }

    /** Whether operations stand in a context of its own: those of its function, or its branches. */
    public boolean opensContext() {
        return this == PARALLEL || givesContext();
    }

    /** A word for the number that it gives its function. */
    public Optional<String> position() {
        return switch (this) {
            case MAP -> Optional.of("index");
            case WITH_RETRY -> Optional.of("attempt");
            default -> Optional.empty();
        };
    }

    /** Whether it waits for something outside the invocation, and so certainly suspends. */
    public boolean waits() {
        return switch (this) {
            case WAIT, INVOKE, CREATE_CALLBACK, WAIT_FOR_CALLBACK, WAIT_FOR_CONDITION -> true;
            default -> false;
        };
    }
}
