package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the calls that the code shows from those that only may be: where nobody knows the object, a call on an interface goes to all
 * implementations. A method that comes back to itself over such a call alone is called on another object, as parts of a whole are.
 */
final class Guesses {

    private final ValueTrail trail;
    private final MadeObjects objects;

    Guesses(ValueTrail trail, MadeObjects objects) {
        this.trail = trail;
        this.objects = objects;
    }

    /** Whether one of the calls is a guess that lead from the callee of an edge out of a frame to that edge. */
    boolean isClosedBy(Edge closing, CallFrame frame) {
        Optional<Edge> edge = Optional.of(closing);
        Optional<CallFrame> at = Optional.of(frame);
        while (edge.isPresent() && at.isPresent()) {
            CallFrame here = at.get();
            if (here.visit() == edge.get().caller() && isGuess(edge.get(), here)) {
                return true;
            }
            boolean around = here.visit() == closing.callee();
            edge = around ? Optional.empty() : here.edge();
            at = here.caller();
        }
        return false;
    }

    /** Whether an edge out of a frame is a guess after one about the same method: which parts a part has is not known at all. */
    boolean goesOn(Edge edge, CallFrame frame) {
        Optional<CallFrame> at = Optional.of(frame);
        while (at.isPresent()) {
            Optional<Edge> before = at.get().edge();
            Optional<CallFrame> caller = at.get().caller();
            boolean guessed = before.isPresent()
                    && caller.isPresent()
                    && isSameMethod(before.get(), edge)
                    && isGuess(before.get(), caller.get());
            if (guessed) {
                return isGuess(edge, frame);
            }
            at = caller;
        }
        return false;
    }

    private static boolean isSameMethod(Edge a, Edge b) {
        MethodKey one = a.callee().body().key();
        return one.equals(b.callee().body().key().in(one.owner()));
    }

    private boolean isGuess(Edge edge, CallFrame frame) {
        Optional<Edge.Bound> receiver = edge.receiver();
        return receiver.isPresent()
                && !(receiver.get().value().settled() instanceof Value.This)
                && isOneOfSeveral(edge, receiver.get(), frame)
                && objects.classes(receiver.get().value(), receiver.get().visit())
                        .isEmpty();
    }

    private boolean isOneOfSeveral(Edge edge, Edge.Bound receiver, CallFrame frame) {
        if (edge.how() == Edge.Kind.CALL
                && edge.site() instanceof Site.Call call
                && call.dispatch() == Dispatch.VIRTUAL) {
            return trail.calls(call, frame).size() > 1;
        }
        Set<Body> bodies = new HashSet<>();
        frame.visit().outgoing(edge.site()).stream()
                .filter(e -> e.receiver().equals(Optional.of(receiver)))
                .forEach(e -> bodies.add(e.callee().body()));
        return bodies.size() > 1;
    }
}
