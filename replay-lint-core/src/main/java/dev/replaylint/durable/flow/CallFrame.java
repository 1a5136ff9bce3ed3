package dev.replaylint.durable.flow;

import java.util.Optional;

/**
 * A visit as one way from an entry point reaches it: with the calls that led here, a parameter has one value and {@code this} one class.
 *
 * @param edge the call that led here; empty at an entry point
 * @param caller where that call is; empty if nobody knows
 * @param creator of a function, where it was made, if that has ended by now
 * @param self the class of {@code this}, if it is known for certain
 */
public record CallFrame(
        Visit visit,
        Optional<Edge> edge,
        Optional<CallFrame> caller,
        Optional<CallFrame> creator,
        Optional<String> self) {

    private static final int DEEPEST_GUESS = 8;

    public static CallFrame entry(Visit visit, Optional<String> self) {
        return new CallFrame(visit, Optional.empty(), Optional.empty(), Optional.empty(), self);
    }

    /** This frame with a class of {@code this}. */
    public CallFrame as(String self) {
        return new CallFrame(visit, edge, caller, creator, Optional.of(self));
    }

    /** The frame to ask for values that were handed in: of a function, it also knows what the function was made with. */
    public Optional<CallFrame> outside() {
        return creator.isPresent() ? Optional.of(this) : caller;
    }

    /** Whether the visit is this frame's or one of its callers'. */
    public boolean runs(Visit other) {
        Optional<CallFrame> at = Optional.of(this);
        while (at.isPresent() && at.get().visit != other) {
            at = at.get().caller;
        }
        return at.isPresent();
    }

    private Optional<CallFrame> find(Visit other) {
        Optional<CallFrame> at = Optional.of(this);
        while (at.isPresent() && at.get().visit != other) {
            Optional<CallFrame> made = at.get().creator.flatMap(c -> c.find(other));
            if (made.isPresent()) {
                return made;
            }
            at = at.get().caller;
        }
        return at;
    }

    /** The frame of a visit that a value here belongs to; one that has ended already has the caller that it can only have had. */
    public CallFrame of(Visit other) {
        return find(other).orElseGet(() -> ended(other, DEEPEST_GUESS));
    }

    private CallFrame ended(Visit other, int depth) {
        if (depth == 0 || other.incoming().size() != 1 || other.entry().isPresent()) {
            return entry(other, Optional.empty());
        }
        Edge edge = other.incoming().get(0);
        CallFrame from = find(edge.caller()).orElseGet(() -> ended(edge.caller(), depth - 1));
        return new CallFrame(other, Optional.of(edge), Optional.of(from), Optional.empty(), Optional.empty());
    }
}
