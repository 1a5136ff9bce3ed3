package dev.replaylint.report.html;

import dev.replaylint.report.workflow.WorkflowNode;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn as one picture: a sequence of nodes, of which long runs and large groups are pictures of their own.
 *
 * @param id of the picture, in its page
 * @param title of a part; empty for the picture of a whole workflow
 */
record Figure(String id, String title, List<Item> items) {

    /** Up to this many operations are drawn in one picture. */
    static final int MOST = 40;

    /** Groups of more operations than these become pictures of their own where a picture would be too large. */
    private static final int LARGE = 12;

    /** About how many operations a run of a long sequence has. */
    private static final int RUN = 20;

    /** A node, or a part that has a picture of its own. */
    sealed interface Item {

        /** A node that is drawn here. */
        record Node(WorkflowNode node) implements Item {}

        /**
         * A part that is drawn elsewhere.
         *
         * @param figure the part's picture
         * @param size how many operations it has
         */
        record Part(Figure figure, List<WorkflowNode> nodes, int size) implements Item {}
    }

    /** The pictures of a workflow: the first one shows all of it, the others its parts, outer ones first. */
    static List<Figure> of(String id, List<WorkflowNode> nodes) {
        List<Figure> figures = new ArrayList<>();
        make(id, "", id, nodes, figures);
        return figures;
    }

    private static Figure make(String id, String title, String prefix, List<WorkflowNode> nodes, List<Figure> figures) {
        int position = figures.size();
        figures.add(new Figure(id, title, List.of()));
        List<Item> items = new ArrayList<>();
        if (size(nodes) <= MOST) {
            nodes.forEach(n -> items.add(new Item.Node(n)));
        } else {
            for (List<WorkflowNode> run : runs(nodes)) {
                items.addAll(items(run, runs(nodes).size() > 1 && run.size() > 1, prefix, figures));
            }
        }
        Figure figure = new Figure(id, title, items);
        figures.set(position, figure);
        return figure;
    }

    private static List<Item> items(List<WorkflowNode> run, boolean single, String prefix, List<Figure> figures) {
        if (single) {
            return List.of(part(run, run, prefix, figures));
        }
        List<Item> items = new ArrayList<>();
        for (WorkflowNode node : run) {
            boolean large = node.size() > LARGE && !node.parts().isEmpty();
            items.add(large ? part(List.of(node), inside(node), prefix, figures) : new Item.Node(node));
        }
        return items;
    }

    private static Item part(List<WorkflowNode> nodes, List<WorkflowNode> inside, String prefix, List<Figure> figures) {
        String id = prefix + "-p" + figures.size();
        Figure figure = make(id, title(nodes), prefix, inside, figures);
        return new Item.Part(figure, nodes, size(nodes));
    }

    /** A picture of one group shows what is in it; a choice is not taken apart, since its ways exclude each other. */
    private static List<WorkflowNode> inside(WorkflowNode node) {
        return node instanceof WorkflowNode.Choice choice && choice.arms().size() > 1
                ? choice.arms().stream()
                        .<WorkflowNode>map(a -> new WorkflowNode.Choice(List.of(a), true))
                        .toList()
                : node.parts().get(0);
    }

    /** Runs of about {@link #RUN} operations; the whole sequence if it is short enough once large groups are taken out. */
    private static List<List<WorkflowNode>> runs(List<WorkflowNode> nodes) {
        int drawn =
                nodes.stream().mapToInt(n -> n.size() > LARGE ? 1 : n.size()).sum();
        if (drawn <= MOST) {
            return List.of(nodes);
        }
        List<List<WorkflowNode>> runs = new ArrayList<>();
        List<WorkflowNode> run = new ArrayList<>();
        for (WorkflowNode node : nodes) {
            boolean large = node.size() > LARGE;
            if (!run.isEmpty() && (large || size(run) + node.size() > RUN)) {
                runs.add(List.copyOf(run));
                run.clear();
            }
            if (large) {
                runs.add(List.of(node));
            } else {
                run.add(node);
            }
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    static int size(List<WorkflowNode> nodes) {
        return nodes.stream().mapToInt(WorkflowNode::size).sum();
    }

    private static String title(List<WorkflowNode> nodes) {
        if (nodes.size() == 1 && nodes.get(0) instanceof Operation operation) {
            return operation.label();
        }
        if (nodes.size() == 1) {
            return nodes.get(0) instanceof WorkflowNode.Loop ? "loop" : "at most one of these";
        }
        List<Operation> all = operations(nodes);
        return all.isEmpty()
                ? "recursion"
                : all.get(0).label() + " … " + all.get(all.size() - 1).label();
    }

    /** All operations of these nodes, in order. */
    static List<Operation> operations(List<WorkflowNode> nodes) {
        List<Operation> found = new ArrayList<>();
        for (WorkflowNode node : nodes) {
            if (node instanceof Operation operation) {
                found.add(operation);
            }
            node.parts().forEach(p -> found.addAll(operations(p)));
        }
        return found;
    }
}
