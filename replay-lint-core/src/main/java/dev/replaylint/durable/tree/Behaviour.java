package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.sdk.Attempts;
import java.time.Duration;
import java.util.Optional;

/** What is known of how operations run, besides where they stand. */
public interface Behaviour {

    /** How often the function is tried at most, on all ways to the operation. */
    Attempts attempts(Operation operation);

    /** How long a {@code wait} waits; empty if that differs, or nobody knows. */
    Optional<Duration> waiting(Operation operation);

    /** Whether the function changes something outside the process. */
    boolean writes(Operation operation);
}
