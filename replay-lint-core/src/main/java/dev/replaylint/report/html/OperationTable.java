package dev.replaylint.report.html;

import dev.replaylint.report.workflow.Fact;
import dev.replaylint.report.workflow.OperationFacts;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import java.util.List;
import java.util.Locale;

/** The operations of a workflow in order, one a row. */
final class OperationTable {

    private static final int DEEPEST = 6;

    private final String workflow;
    private final NodeFindings marked;
    private final Excerpts excerpts;
    private final Markup out;

    OperationTable(String workflow, NodeFindings marked, Excerpts excerpts, Markup out) {
        this.workflow = workflow;
        this.marked = marked;
        this.excerpts = excerpts;
        this.out = out;
    }

    void write(Workflow of) {
        out.element("h3", "Operations").line();
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of operations")
                .open("table", "class", "ops")
                .line();
        out.open("thead").open("tr");
        List.of("#", "Operation", "Attempts", "Delivery", "Timeout", "Key", "Worst count", "Source")
                .forEach(h -> out.element("th", h, "scope", "col"));
        out.close().close("thead").open("tbody").line();
        rows(of.nodes(), 0, "");
        out.close("tbody").close().close("div");
        if (of.cut() > 0) {
            out.element("p", of.cut() + " more operations are not listed.", "class", "quiet");
        }
    }

    private void rows(List<WorkflowNode> nodes, int depth, String how) {
        for (WorkflowNode node : nodes) {
            if (node instanceof Operation operation) {
                row(operation, depth, how);
                rows(operation.body(), depth + 1, "");
            } else if (node instanceof WorkflowNode.Loop loop) {
                rows(loop.body(), depth, joined(how, "in a loop"));
            } else if (node instanceof WorkflowNode.Choice choice) {
                String word = choice.arms().size() == 1 ? "may be skipped" : "one of several ways";
                choice.arms().forEach(a -> rows(a, depth, joined(how, word)));
            }
        }
    }

    private static String joined(String how, String more) {
        return how.contains(more) ? how : how.isEmpty() ? more : how + ", " + more;
    }

    private void row(Operation operation, int depth, String how) {
        OperationFacts facts = operation.facts();
        out.open("tr", "id", Labels.id(workflow, operation)).line();
        out.element("td", Integer.toString(operation.number()), "class", "num");
        out.open("td", "class", "d" + Math.min(depth, DEEPEST));
        out.element("span", Shortened.to(operation.label(), 120), "class", "name")
                .element(
                        "span",
                        operation.kind().method() + (operation.virtual() ? ", not checkpointed" : ""),
                        "class",
                        "kind k-"
                                + operation
                                        .kind()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'));
        if (!how.isEmpty()) {
            out.element("span", how, "class", "how");
        }
        findings(operation);
        out.close();
        List.of(facts.attempts(), facts.semantics(), facts.timeout(), facts.key(), facts.count())
                .forEach(this::fact);
        source(operation);
        out.close("tr");
    }

    private void fact(Fact fact) {
        String tone = fact.tone().name().toLowerCase(Locale.ROOT);
        out.element("td", fact.isGiven() ? fact.text() : "–", "class", fact.isGiven() ? tone : "none");
    }

    private void source(Operation operation) {
        String place =
                operation.location().fileName() + ":" + operation.location().line();
        out.open("td", "class", "source").open("details").element("summary", place);
        excerpts.write(operation.location(), out);
        out.close().close();
    }

    private void findings(Operation operation) {
        List<Numbered> found = marked.of(operation);
        if (found.isEmpty()) {
            return;
        }
        out.open("div", "class", "chips");
        found.forEach(f -> out.element(
                        "a",
                        f.finding().rule(),
                        "class",
                        "chip " + f.finding().severity().label(),
                        "href",
                        "#" + f.id())
                .text(" "));
        out.close();
    }
}
