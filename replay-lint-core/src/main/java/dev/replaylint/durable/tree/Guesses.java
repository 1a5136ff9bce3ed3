package dev.replaylint.durable.tree;

import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.graph.MadeObjects;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the calls that the code shows from those that only may be: where nobody knows the object, a call on an interface goes to all
 * implementations. A method that comes back to itself over such a call alone is called on another object, as parts of a whole are.
 */
final class Guesses {

    /** Parts of a part may be told apart from each other; beyond, all are like those. */
    private static final int DEEPEST = 2;

    private static final int MOST_FURTHER = 1_000;

    private final ValueTrail trail;
    private final MadeObjects objects;
    private final Memo<Edge.Bound, Boolean> unknown = new Memo<>(this::isUnknown);

    /** By identity: what leads to a frame is part of it. */
    private final Map<CallFrame, Boolean> guessed = new IdentityHashMap<>();

    private int further;

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

    /** Whether an edge out of a frame is a guess behind others about the same method: that leads to any part of any part. */
    boolean goesOn(Edge edge, CallFrame frame) {
        int before = 0;
        Optional<CallFrame> at = Optional.of(frame);
        while (at.isPresent() && before < DEEPEST) {
            Optional<CallFrame> caller = at.get().caller();
            boolean same = at.get().edge().filter(e -> isSameMethod(e, edge)).isPresent();
            before += same && isGuessed(at.get()) ? 1 : 0;
            at = caller;
        }
        if (before == 0 || !isGuess(edge, frame)) {
            return false;
        }
        further++;
        return before == DEEPEST || further > MOST_FURTHER;
    }

    private boolean isGuessed(CallFrame frame) {
        Boolean known = guessed.get(frame);
        if (known == null) {
            known = frame.caller().isPresent()
                    && isGuess(frame.edge().orElseThrow(), frame.caller().get());
            guessed.put(frame, known);
        }
        return known;
    }

    private boolean isUnknown(Edge.Bound object) {
        return objects.classes(object.value(), object.visit()).isEmpty();
    }

    /** Whether two calls are guesses about two objects: nothing says that both are of one class. */
    boolean areTwo(Site one, Site other, CallFrame frame) {
        return one instanceof Site.Call a
                && other instanceof Site.Call b
                && a.receiver().isPresent()
                && b.receiver().isPresent()
                && !SameValue.test(
                        a.receiver().get().settled(), b.receiver().get().settled())
                && isGuess(a, frame)
                && isGuess(b, frame);
    }

    private boolean isGuess(Site.Call call, CallFrame frame) {
        return trail.calls(call, frame).stream().anyMatch(e -> isGuess(e, frame));
    }

    private static boolean isSameMethod(Edge a, Edge b) {
        MethodKey one = a.callee().body().key();
        return one.equals(b.callee().body().key().in(one.owner()));
    }

    private boolean isGuess(Edge edge, CallFrame frame) {
        Optional<Edge.Bound> receiver = edge.receiver();
        return receiver.isPresent()
                && !(receiver.get().value().settled() instanceof Value.This)
                && unknown.get(receiver.get())
                && isOneOfSeveral(edge, receiver.get(), frame);
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
