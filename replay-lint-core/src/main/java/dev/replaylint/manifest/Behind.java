package dev.replaylint.manifest;

import dev.replaylint.manifest.Script.Step;
import dev.replaylint.manifest.Script.Wrapped;
import java.util.List;
import java.util.Optional;

/**
 * What comes after a place in its context: the operations that a change at the place shifts. Nothing comes after the end of a context;
 * behind the end of a loop's body comes its beginning.
 *
 * @param recorded the next recorded node
 * @param declared the next declared node
 */
record Behind(Optional<Node> recorded, Optional<Node> declared) {

    /** At the end of a context. */
    static final Behind NOTHING = new Behind(Optional.empty(), Optional.empty());

    /** What comes after a step, where this comes after all of them. */
    Behind step(List<Step> steps, int index) {
        List<Step> later = steps.subList(index + 1, steps.size());
        return new Behind(
                later.stream().flatMap(s -> s.was().stream()).findFirst().or(() -> recorded),
                later.stream().flatMap(s -> s.is().stream()).findFirst().or(() -> declared));
    }

    /** What comes after the end of a part of a node, where this comes after the node. */
    Behind part(Optional<Node> was, Optional<Node> is) {
        Node node = is.or(() -> was).orElseThrow();
        if (node.entry() instanceof Entry.Operation) {
            return NOTHING;
        }
        if (!(node.entry() instanceof Entry.Loop)) {
            return this;
        }
        return new Behind(
                was.isPresent() ? start(was.get()).or(() -> recorded) : recorded,
                is.isPresent() ? start(is.get()).or(() -> declared) : declared);
    }

    private static Optional<Node> start(Node node) {
        return node.parts().stream().flatMap(List::stream).findFirst();
    }

    /** What comes after the end of a new wrapper's part: of what was recorded only what comes after the wrapper. */
    Behind inside(Wrapped wrapped) {
        Behind declaredPart = part(Optional.empty(), Optional.of(wrapped.by()));
        return wrapped.by().isContext() ? NOTHING : new Behind(recorded, declaredPart.declared());
    }
}
