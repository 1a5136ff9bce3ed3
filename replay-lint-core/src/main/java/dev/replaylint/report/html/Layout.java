package dev.replaylint.report.html;

import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.report.html.Boxes.Group;
import dev.replaylint.report.html.Boxes.Label;
import dev.replaylint.report.html.Boxes.Leaf;
import dev.replaylint.report.html.Boxes.Note;
import dev.replaylint.report.html.Boxes.Stack;
import dev.replaylint.report.html.Boxes.Terminal;
import dev.replaylint.report.html.Forks.Fork;
import dev.replaylint.report.html.Forks.Rows;
import dev.replaylint.report.html.Forks.Skip;
import dev.replaylint.report.workflow.WorkflowNode;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import java.util.ArrayList;
import java.util.List;

/** Turns what is to be drawn into boxes. */
final class Layout {

    /** Ways side by side that are wider than this are put below each other. */
    private static final int WIDEST = 800;

    private final Labels labels;

    Layout(Labels labels) {
        this.labels = labels;
    }

    /** A whole picture. */
    Box picture(Figure figure) {
        List<Box> boxes = new ArrayList<>();
        boolean whole = figure.title().isEmpty();
        if (whole) {
            boxes.add(new Terminal("start"));
        }
        for (Figure.Item item : figure.items()) {
            boxes.add(item instanceof Figure.Item.Node node ? node(node.node()) : part((Figure.Item.Part) item));
        }
        if (whole) {
            boxes.add(new Terminal("end"));
        }
        return new Stack(boxes);
    }

    private Box part(Figure.Item.Part part) {
        return new Leaf(labels.part(part));
    }

    private Box node(WorkflowNode node) {
        if (node instanceof Operation operation) {
            return operation(operation);
        }
        if (node instanceof WorkflowNode.Loop loop) {
            return new Group(labels.loop(loop), sequence(loop.body()), true, false);
        }
        if (node instanceof WorkflowNode.Choice choice) {
            return choice(choice);
        }
        return new Note(
                node instanceof WorkflowNode.Recursion recursion
                        ? "calls " + recursion.method() + " again"
                        : ((WorkflowNode.Cut) node).operations() + " more operations");
    }

    private Box operation(Operation operation) {
        Label label = labels.operation(operation);
        if (operation.body().isEmpty()) {
            return new Leaf(label);
        }
        boolean lanes =
                operation.kind() == OperationKind.PARALLEL && operation.body().size() > 1;
        Box inside = lanes ? lanes(operation.body()) : sequence(operation.body());
        return new Group(
                label, inside, operation.kind() == OperationKind.WITH_RETRY, operation.kind() == OperationKind.MAP);
    }

    private Box lanes(List<WorkflowNode> branches) {
        List<Box> boxes = branches.stream().map(this::node).toList();
        Fork fork = new Fork(boxes, true);
        return fork.width() > WIDEST ? new Rows("at once", "and", boxes) : fork;
    }

    private Box choice(WorkflowNode.Choice choice) {
        List<Box> arms = choice.arms().stream().map(this::sequence).toList();
        if (arms.size() == 1) {
            return choice.skippable() ? new Skip(arms.get(0)) : arms.get(0);
        }
        Fork fork = new Fork(arms, false);
        Box taken = fork.width() > WIDEST ? new Rows("either", "or", arms) : fork;
        return choice.skippable() ? new Skip(taken) : taken;
    }

    private Box sequence(List<WorkflowNode> nodes) {
        return nodes.size() == 1
                ? node(nodes.get(0))
                : new Stack(nodes.stream().map(this::node).toList());
    }
}
