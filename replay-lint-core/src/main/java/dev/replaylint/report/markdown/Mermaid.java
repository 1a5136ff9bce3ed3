package dev.replaylint.report.markdown;

import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.report.Sanitizer;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The graph of one workflow as a Mermaid flow chart. */
public final class Mermaid {

    private static final int LONGEST = 60;
    private static final String SAFE = " .,_/():+-";

    private final List<String> lines = new ArrayList<>();
    private int numbers;

    /** Where the flow is, and how its last step is called. */
    private record Ends(List<String> open) {}

    /** The lines of the chart. */
    public List<String> lines(Workflow workflow) {
        lines.add("flowchart TD");
        lines.add("  start([start])");
        Ends ends = sequence(workflow.nodes(), new Ends(List.of("start")), "  ");
        lines.add("  finish([end])");
        connect(ends, "finish", "  ");
        return List.copyOf(lines);
    }

    private Ends sequence(List<WorkflowNode> nodes, Ends before, String indent) {
        Ends ends = before;
        for (WorkflowNode node : nodes) {
            ends = node(node, ends, indent);
        }
        return ends;
    }

    private Ends node(WorkflowNode node, Ends before, String indent) {
        if (node instanceof Operation operation) {
            return operation.body().isEmpty() ? single(operation, before, indent) : group(operation, before, indent);
        }
        if (node instanceof WorkflowNode.Loop loop) {
            String times = loop.times().isGiven() ? ", " + loop.times().text() : "";
            return subgraph("loop" + times, loop.body(), before, indent, false);
        }
        if (node instanceof WorkflowNode.Choice choice) {
            return choice(choice, before, indent);
        }
        String text = node instanceof WorkflowNode.Recursion recursion
                ? "calls " + recursion.method() + " again"
                : ((WorkflowNode.Cut) node).operations() + " more operations";
        return box("[/", text, "/]", before, indent);
    }

    private Ends single(Operation operation, Ends before, String indent) {
        String text = operation.kind().method() + ": " + operation.label();
        return switch (operation.kind()) {
            case WAIT, WAIT_FOR_CONDITION -> box("([", text, "])", before, indent);
            case CREATE_CALLBACK, WAIT_FOR_CALLBACK -> box(">", text, "]", before, indent);
            case INVOKE -> box("[[", text, "]]", before, indent);
            default -> box("[", text, "]", before, indent);
        };
    }

    private Ends box(String open, String text, String close, Ends before, String indent) {
        String id = id();
        lines.add(indent + id + open + quoted(text) + close);
        connect(before, id, indent);
        return new Ends(List.of(id));
    }

    private Ends group(Operation operation, Ends before, String indent) {
        boolean lanes = operation.kind() == OperationKind.PARALLEL;
        return subgraph(operation.kind().method() + ": " + operation.label(), operation.body(), before, indent, lanes);
    }

    private Ends subgraph(String title, List<WorkflowNode> body, Ends before, String indent, boolean lanes) {
        String id = id();
        lines.add(indent + "subgraph " + id + " [" + quoted(title) + "]");
        String entry = id();
        lines.add(indent + "  " + entry + "(( ))");
        Ends inside = new Ends(List.of(entry));
        if (lanes) {
            List<String> open = new ArrayList<>();
            body.forEach(n ->
                    open.addAll(node(n, new Ends(List.of(entry)), indent + "  ").open()));
            inside = new Ends(open);
        } else {
            inside = sequence(body, inside, indent + "  ");
        }
        lines.add(indent + "end");
        connect(before, entry, indent);
        return inside;
    }

    private Ends choice(WorkflowNode.Choice choice, Ends before, String indent) {
        String id = id();
        lines.add(indent + id + "{ }");
        connect(before, id, indent);
        List<String> open = new ArrayList<>();
        choice.arms()
                .forEach(a ->
                        open.addAll(sequence(a, new Ends(List.of(id)), indent).open()));
        if (choice.skippable()) {
            open.add(id);
        }
        return new Ends(open);
    }

    private void connect(Ends from, String to, String indent) {
        from.open().stream().distinct().forEach(f -> lines.add(indent + f + " --> " + to));
    }

    private String id() {
        numbers++;
        return "n" + numbers;
    }

    /** Mermaid reads character references by number, whatever stands between the quotes. */
    static String quoted(String text) {
        String visible = Sanitizer.line(text);
        StringBuilder quoted = new StringBuilder("\"");
        Optional<Integer> end = visible.codePointCount(0, visible.length()) > LONGEST
                ? Optional.of(visible.offsetByCodePoints(0, LONGEST))
                : Optional.empty();
        end.map(e -> visible.substring(0, e)).orElse(visible).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append('#').append(c).append(';');
            }
        });
        return quoted.append(end.isPresent() ? "…\"" : "\"").toString();
    }
}
