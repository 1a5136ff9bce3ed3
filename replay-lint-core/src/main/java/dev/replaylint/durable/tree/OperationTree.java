package dev.replaylint.durable.tree;

import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Quantity;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.tree.OperationNode.Recursion;
import java.util.List;

/**
 * The operations that one entry point starts, in the order of the code, through helpers and across contexts. Code that is checkpointed
 * is not part of it. Replay finds an operation by its position in its context and then compares kind and name, so this tree is what
 * running executions depend on.
 *
 * @param entry where execution starts
 * @param root what is started on the handler's own context
 * @param quantities what the rounds in it depend on; an {@link Amount} of the tree knows them by their index
 */
public record OperationTree(EntryPoint entry, List<OperationNode> root, List<Quantity> quantities) {

    public OperationTree {
        root = List.copyOf(root);
        quantities = List.copyOf(quantities);
    }

    /** The tree without locations, one node a line, indented by two blanks a level. Equal trees have equal texts. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(root, 0, text);
        return text.toString();
    }

    static String text(List<OperationNode> nodes) {
        StringBuilder text = new StringBuilder();
        append(nodes, 0, text);
        return text.toString();
    }

    private static void append(List<OperationNode> nodes, int depth, StringBuilder text) {
        nodes.forEach(n -> append(n, depth, text));
    }

    private static void append(OperationNode node, int depth, StringBuilder text) {
        if (node instanceof Op op) {
            String virtual = op.virtual() ? " virtual" : "";
            line(op.kind().method() + " " + op.name() + virtual, depth, text);
            append(op.body(), depth + 1, text);
        } else if (node instanceof Loop loop) {
            line("loop", depth, text);
            append(loop.body(), depth + 1, text);
        } else if (node instanceof Choice choice) {
            for (int arm = 0; arm < choice.arms().size(); arm++) {
                line(arm == 0 ? "either" : "or", depth, text);
                append(choice.arms().get(arm), depth + 1, text);
            }
        } else if (node instanceof Recursion recursion) {
            line("recursion " + recursion.method(), depth, text);
        }
    }

    private static void line(String text, int depth, StringBuilder into) {
        into.append("  ".repeat(depth)).append(text).append('\n');
    }
}
