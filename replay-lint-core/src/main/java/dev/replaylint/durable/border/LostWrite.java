package dev.replaylint.durable.border;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import java.util.List;

/**
 * A change that an operation's function makes to something which outlives it.
 *
 * @param operation whose function it is
 * @param inside the place in the function's own code
 * @param below from there down to the change
 * @param subject {@code List.add}, {@code Order.status} or {@code array element}
 * @param event what happens to it: {@code `List.add` runs}
 * @param reading what reads after the operation what was changed
 */
public record LostWrite(
        Operation operation, Place inside, List<Place> below, String subject, String event, Reading reading) {

    /** Who reads it. */
    public enum Reading {
        CODE,
        /** Code that only tells people of it. */
        LOG,
        NOBODY
    }
}
