package dev.replaylint.durable.border;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import java.util.List;
import java.util.Optional;

/**
 * A context used by, or kept beyond, a function that it does not belong to.
 *
 * @param operation whose function it is
 * @param inside the place in the function's own code
 * @param below from there down to the cause
 * @param used the operation started on an outer context; empty where the function keeps its own context for later
 * @param replay what replay does with the function
 */
public record Escape(Operation operation, Place inside, List<Place> below, Optional<Operation> used, Replay replay) {

    /** What becomes of a function when its operation is complete. */
    public enum Replay {
        /** It is not run again: there is certainly a checkpoint. */
        SKIPPED,
        /** As far as known it has none, and is run again where it stands. */
        AGAIN,
        /** The same, at the same time as other code. */
        BESIDE
    }
}
