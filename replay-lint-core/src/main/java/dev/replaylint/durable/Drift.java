package dev.replaylint.durable;

import dev.replaylint.durable.flow.Place;
import dev.replaylint.program.Location;
import java.util.Optional;

/**
 * One way in which the operations that a handler starts differ from those that were recorded of it.
 *
 * @param kind what happened to an operation
 * @param how what it happened to it by
 * @param outcome what replay does with an execution in flight
 * @param handler name of the handler, as recorded if it is gone
 * @param operation label of the operation: as the code has it, or as recorded if it is gone
 * @param other label of what it stands against: what it was recorded as, what comes next, what it wraps; empty if there is nothing
 * @param place where in the code to look; empty if the handler is gone
 * @param recorded where it is recorded, if the place in the code is empty
 */
public record Drift(
        Kind kind,
        How how,
        Outcome outcome,
        String handler,
        String operation,
        String other,
        Optional<Place> place,
        Optional<Location> recorded) {

    /** What happened to an operation. */
    public enum Kind {
        INSERTED,
        REMOVED,
        RENAMED,
        REORDERED,
        RETYPED,
        /** It was added where nothing recorded comes after it: running executions are not affected. */
        UNRECORDED
    }

    /** What it happened by. */
    public enum How {
        /** By itself. */
        PLAIN,
        /** With a context put around it, or taken away. */
        CONTEXT,
        /** With a loop put around it, or taken away. */
        LOOP,
        /** With a condition put around it, or taken away. */
        CONDITION,
        /** With the whole handler. */
        HANDLER
    }

    /** What replay does with an execution in flight. */
    public enum Outcome {
        /** Finds the checkpoint of another operation at a position, and fails the execution as non-deterministic. */
        FAILS,
        /** Takes the checkpoint of another operation that looks the same. */
        TAKES_RESULT,
        /** Leaves a checkpoint unused. */
        ORPHANED,
        /** Leaves a checkpoint unused, and runs the operation once more. */
        RUNS_AGAIN,
        /** Goes on as before. */
        CONTINUES
    }

    /** Whether running executions are affected. */
    public boolean breaks() {
        return outcome != Outcome.CONTINUES;
    }

    /** The label without markup, for one line: {@code step charge}. */
    public static String plain(String label) {
        return label.replace("`", "");
    }
}
