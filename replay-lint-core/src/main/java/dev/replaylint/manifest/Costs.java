package dev.replaylint.manifest;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.sdk.OperationKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each kind of difference has to be explained, so that the cheapest explanation is the one a reader would give: a new name
 * costs less than a removal and an addition, a move (which is both) less than two operations that take each other's name.
 */
final class Costs {

    private static final int LOOSE = 8;
    private static final int MOST_INSIDE = 3;
    private static final int WRAP = 9;
    private static final int RENAME = 10;
    private static final int RETYPE = 10;
    private static final int REPLACE = 14;
    private static final int UNLIKELY = 2 * LOOSE + 1;

    private record Label(OperationKind kind, OperationName name) {}

    private final Map<Label, Integer> gained = new HashMap<>();

    Costs(List<Node> recorded, List<Node> declared) {
        recorded.stream().flatMap(Node::all).forEach(n -> count(n, -1));
        declared.stream().flatMap(Node::all).forEach(n -> count(n, 1));
    }

    private void count(Node node, int by) {
        node.operation().ifPresent(o -> gained.merge(label(o), by, Integer::sum));
    }

    private static Label label(Entry.Operation operation) {
        return new Label(operation.kind(), operation.name());
    }

    /** A node that is gone or new. */
    static int loose(Node node) {
        return LOOSE + Math.min(MOST_INSIDE, Math.max(0, node.operations() - 1));
    }

    static int loose(List<Node> nodes) {
        return nodes.stream().mapToInt(Costs::loose).sum();
    }

    /** A node around others that is gone or new. */
    static int wrap() {
        return WRAP;
    }

    /** An operation that stays in its place, whatever is inside. */
    int kept(Node before, Entry.Operation was, Node after, Entry.Operation is) {
        boolean sameName = Names.same(was.name(), is.name());
        if (was.kind() == is.kind()) {
            return sameName ? 0 : renamed(before, was, after, is);
        }
        return sameName ? RETYPE : likely(was, is) ? REPLACE : UNLIKELY;
    }

    private int renamed(Node before, Entry.Operation was, Node after, Entry.Operation is) {
        if (!likely(was, is)) {
            return UNLIKELY;
        }
        boolean unchecked = before.isUnchecked() || after.isUnchecked();
        return unchecked ? 1 : RENAME - Names.similarity(was.name(), is.name());
    }

    /** Whether the one label was given up and the other is new; otherwise it rather moved. */
    private boolean likely(Entry.Operation was, Entry.Operation is) {
        return gained.getOrDefault(label(was), 0) < 0 && gained.getOrDefault(label(is), 0) > 0;
    }
}
