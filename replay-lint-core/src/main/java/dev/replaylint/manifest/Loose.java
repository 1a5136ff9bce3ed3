package dev.replaylint.manifest;

import dev.replaylint.durable.Drift.Outcome;
import dev.replaylint.durable.flow.Place;
import java.util.Optional;

/**
 * A node that is gone or new where it stood or stands. It may yet turn out to be half of a move.
 *
 * @param behind what comes after it
 * @param before the node right before it, on its own side
 * @param around the place in the code to show if nothing nearer is there
 */
record Loose(Node node, Behind behind, Optional<Node> before, Place around) {

    /** What becomes of an execution in flight that ran the operation, now that it is gone. */
    Outcome whenGone() {
        if (behind.declared().isEmpty()) {
            return Outcome.ORPHANED;
        }
        return isTwin(behind.declared()) || isTwin(before) ? Outcome.TAKES_RESULT : Outcome.FAILS;
    }

    /** What becomes of an execution in flight that is past the place where the operation was put. */
    Outcome whenAdded() {
        if (behind.recorded().isEmpty()) {
            return Outcome.CONTINUES;
        }
        return isTwin(behind.recorded()) || isTwin(before) ? Outcome.TAKES_RESULT : Outcome.FAILS;
    }

    /** Whether replay cannot tell the other operation from this one. */
    private boolean isTwin(Optional<Node> other) {
        return node.first().isPresent()
                && other.flatMap(Node::first)
                        .filter(o -> o.kind() == node.first().get().kind()
                                && o.name().equals(node.first().get().name()))
                        .isPresent();
    }

    /** The place of the declared node that comes next, else the one around. */
    Place near() {
        return node.place().or(() -> behind.declared().flatMap(Node::place)).orElse(around);
    }
}
