package dev.replaylint.durable;

import dev.replaylint.program.FieldKey;
import java.util.List;
import java.util.Optional;

/**
 * Something from outside that the function of an operation uses.
 *
 * @param operation whose function it is
 * @param function a visit of the function's body
 * @param inside the place in the function's own code where it is used or handed on
 * @param below from there down to the use itself; empty if that is the use
 * @param outside the captured value, in the visit that made the function; empty for static state
 * @param path fields read from the captured value
 */
record Capture(
        Operation operation,
        Visit function,
        Place inside,
        List<Place> below,
        Optional<Edge.Bound> outside,
        List<FieldKey> path) {}
