package dev.replaylint.manifest;

import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.tree.OperationNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An entry of one of two trees that are compared, with the place it has in the code, if it is of the code. Identity decides equality. */
final class Node {

    private final Entry entry;
    private final List<List<Node>> parts;
    private final Optional<Place> place;
    private final int operations;

    private Node(Entry entry, List<List<Node>> parts, Optional<Place> place) {
        this.entry = entry;
        this.parts = parts;
        this.place = place;
        int own = entry instanceof Entry.Operation || entry instanceof Entry.Recursion ? 1 : 0;
        this.operations = own
                + parts.stream()
                        .flatMap(List::stream)
                        .mapToInt(Node::operations)
                        .sum();
    }

    /** Nodes of what is recorded. */
    static List<Node> recorded(List<Entry> entries) {
        List<Node> nodes = new ArrayList<>();
        for (Entry entry : entries) {
            List<List<Node>> parts = parts(entry).stream().map(Node::recorded).toList();
            nodes.add(new Node(entry, parts, Optional.empty()));
        }
        return nodes;
    }

    private static List<List<Entry>> parts(Entry entry) {
        if (entry instanceof Entry.Operation operation) {
            return List.of(operation.body());
        }
        if (entry instanceof Entry.Loop loop) {
            return List.of(loop.body());
        }
        return entry instanceof Entry.Choice choice ? choice.arms() : List.of();
    }

    /** Nodes of what the code declares. */
    static List<Node> declared(List<OperationNode> nodes) {
        return nodes.stream().map(Node::declared).toList();
    }

    private static Node declared(OperationNode node) {
        if (node instanceof OperationNode.Op op) {
            List<Node> body = declared(op.body());
            Entry entry = new Entry.Operation(op.kind(), op.name(), op.virtual(), entries(body));
            Place place = new Place(op.operation().call(), op.operation().visit());
            return new Node(entry, List.of(body), Optional.of(place));
        }
        if (node instanceof OperationNode.Loop loop) {
            List<Node> body = declared(loop.body());
            return new Node(new Entry.Loop(entries(body)), List.of(body), placeIn(body));
        }
        if (node instanceof OperationNode.Choice choice) {
            return choice(arms(choice));
        }
        OperationNode.Recursion recursion = (OperationNode.Recursion) node;
        return new Node(new Entry.Recursion(recursion.method()), List.of(), Optional.empty());
    }

    private static Node choice(List<List<Node>> arms) {
        Entry entry = new Entry.Choice(arms.stream().map(Node::entries).toList());
        Optional<Place> place = arms.stream().flatMap(a -> placeIn(a).stream()).findFirst();
        return new Node(entry, arms, place);
    }

    /** The arms, with those of a choice that is all of an arm in its place: one of two or three is what it comes to. */
    private static List<List<Node>> arms(OperationNode.Choice choice) {
        List<List<Node>> arms = new ArrayList<>();
        for (List<OperationNode> arm : choice.arms()) {
            if (arm.size() == 1 && arm.get(0) instanceof OperationNode.Choice inner) {
                arms.addAll(arms(inner));
            } else {
                arms.add(declared(arm));
            }
        }
        return arms;
    }

    private static Optional<Place> placeIn(List<Node> nodes) {
        return nodes.stream().flatMap(n -> n.place().stream()).findFirst();
    }

    static List<Entry> entries(List<Node> nodes) {
        return nodes.stream().map(Node::entry).toList();
    }

    Entry entry() {
        return entry;
    }

    /** What it holds: one context, one loop body, or the arms of a choice. */
    List<List<Node>> parts() {
        return parts;
    }

    Optional<Place> place() {
        return place;
    }

    /** Number of operations, with those inside. */
    int operations() {
        return operations;
    }

    Optional<Entry.Operation> operation() {
        return entry instanceof Entry.Operation operation ? Optional.of(operation) : Optional.empty();
    }

    boolean isContext() {
        return operation().filter(o -> o.kind().opensContext()).isPresent();
    }

    boolean isLoop() {
        return entry instanceof Entry.Loop;
    }

    /** Whether its name is compared by replay: a context that is not checkpointed itself only takes its position. */
    boolean isUnchecked() {
        return operation()
                .filter(Entry.Operation::virtual)
                .filter(o -> o.kind() == OperationKind.CHILD_CONTEXT || o.kind() == OperationKind.BRANCH)
                .isPresent();
    }

    /** The operation that is started first. */
    Optional<Entry.Operation> first() {
        return operation()
                .or(() -> parts.stream().flatMap(p -> first(p).stream()).findFirst());
    }

    static Optional<Entry.Operation> first(List<Node> nodes) {
        return nodes.stream().flatMap(n -> n.first().stream()).findFirst();
    }

    String label() {
        return first().map(Entry.Operation::label)
                .orElseGet(() -> entry instanceof Entry.Recursion recursion
                        ? "the recursion into `" + recursion.method() + "`"
                        : "a part without operations");
    }

    /** The node and all inside it. */
    Stream<Node> all() {
        return Stream.concat(
                Stream.of(this), parts.stream().flatMap(List::stream).flatMap(Node::all));
    }
}
