package dev.replaylint.report.workflow;

import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.tree.OperationCount;
import dev.replaylint.durable.tree.OperationNode;
import dev.replaylint.durable.tree.OperationTree;
import dev.replaylint.program.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the workflows of a program from its operation trees. */
public final class Workflows {

    /** More operations than these are counted but not listed: helpers that call helpers twice double a tree. */
    private static final int MOST = 2_000;

    /** Nodes nested more deeply are counted but not listed. */
    private static final int DEEPEST = 40;

    private final Knowledge knowledge;
    private final OperationCount count;
    private int operations;

    private Workflows(Knowledge knowledge, OperationCount count) {
        this.knowledge = knowledge;
        this.count = count;
    }

    /** One for each entry point, in the order of the model. */
    public static List<Workflow> of(ReplayModel model) {
        Knowledge knowledge = new Knowledge(model);
        return model.operationTrees().stream()
                .map(t -> new Workflows(knowledge, model.naming().count(t)).workflow(t))
                .toList();
    }

    private Workflow workflow(OperationTree tree) {
        Optional<Location> first = tree.root().stream().findFirst().map(OperationNode::location);
        return new Workflow(
                tree.entry().label(),
                tree.entry().method().owner(),
                first,
                nodes(tree.root(), 0),
                Optional.of(knowledge.cost(count)));
    }

    private List<WorkflowNode> nodes(List<OperationNode> nodes, int depth) {
        List<WorkflowNode> made = new ArrayList<>();
        int cut = 0;
        for (OperationNode node : nodes) {
            if (depth > DEEPEST || operations >= MOST) {
                cut += size(node);
            } else {
                made.add(node(node, depth));
            }
        }
        if (cut > 0) {
            made.add(new WorkflowNode.Cut(cut));
        }
        return made;
    }

    private WorkflowNode node(OperationNode node, int depth) {
        if (node instanceof OperationNode.Op op) {
            int number = ++operations;
            return new WorkflowNode.Operation(
                    number,
                    op.kind(),
                    op.name(),
                    op.virtual(),
                    op.location(),
                    op.operation().lines(),
                    knowledge.facts(op, count),
                    nodes(op.body(), depth + 1));
        }
        if (node instanceof OperationNode.Loop loop) {
            return new WorkflowNode.Loop(nodes(loop.body(), depth + 1), Knowledge.times(loop.rounds(), count, "times"));
        }
        if (node instanceof OperationNode.Choice choice) {
            List<List<WorkflowNode>> arms =
                    choice.arms().stream().map(a -> nodes(a, depth + 1)).toList();
            return new WorkflowNode.Choice(arms, choice.skippable());
        }
        OperationNode.Recursion recursion = (OperationNode.Recursion) node;
        return new WorkflowNode.Recursion(recursion.method(), recursion.location());
    }

    private static int size(OperationNode node) {
        if (node instanceof OperationNode.Op op) {
            return 1 + op.body().stream().mapToInt(Workflows::size).sum();
        }
        if (node instanceof OperationNode.Loop loop) {
            return loop.body().stream().mapToInt(Workflows::size).sum();
        }
        return node instanceof OperationNode.Choice choice
                ? choice.arms().stream()
                        .flatMap(List::stream)
                        .mapToInt(Workflows::size)
                        .sum()
                : 0;
    }
}
