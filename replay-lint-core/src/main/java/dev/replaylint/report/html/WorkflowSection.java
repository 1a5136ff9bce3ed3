package dev.replaylint.report.html;

import dev.replaylint.report.markdown.Mermaid;
import dev.replaylint.report.workflow.Workflow;
import java.util.List;

/** One handler: its picture, its operations as a table, and what a design review asks. */
final class WorkflowSection {

    private static final int MARGIN = 16;

    private final NodeFindings marked;
    private final Excerpts excerpts;
    private final Markup out;

    WorkflowSection(NodeFindings marked, Excerpts excerpts, Markup out) {
        this.marked = marked;
        this.excerpts = excerpts;
        this.out = out;
    }

    void write(String id, Workflow workflow, List<Numbered> findings) {
        out.open("section", "id", id, "class", "workflow").line();
        out.open("h2").text(workflow.handler()).close("h2");
        out.open("p", "class", "quiet").text("Workflow of ").element("code", workflow.type());
        out.close("p");
        List<Figure> figures = Figure.of(id + "-g", workflow.nodes());
        elsewhere(workflow, findings);
        if (workflow.nodes().isEmpty()) {
            out.element("p", "It starts no durable operations.", "class", "quiet");
        } else {
            out.open("div", "class", "graph").line();
            out.open("div", "class", "pictures").line();
            picture(id, workflow, figures.get(0));
            figures.subList(1, figures.size()).forEach(f -> part(id, workflow, f));
            out.close("div");
            out.open(
                    "aside",
                    "class",
                    "inspector",
                    "hidden",
                    "",
                    "aria-live",
                    "polite",
                    "aria-label",
                    "Selected operation");
            out.close("aside").close("div");
            new OperationTable(id, marked, excerpts, out).write(workflow);
            new DesignReview(out).write(id, workflow);
            mermaid(workflow);
        }
        out.close("section");
    }

    /** Findings of the handler that no operation is marked with. */
    private void elsewhere(Workflow workflow, List<Numbered> findings) {
        List<Numbered> loose = marked.loose(workflow, findings);
        if (loose.isEmpty()) {
            return;
        }
        out.open("p", "class", "loose").text("Between the operations: ");
        loose.forEach(f -> out.element(
                        "a",
                        f.finding().rule(),
                        "class",
                        "chip " + f.finding().severity().label(),
                        "href",
                        "#" + f.id())
                .text(" "));
        out.close("p");
    }

    private void picture(String id, Workflow workflow, Figure figure) {
        Box box = new Layout(new Labels(id, marked)).picture(figure);
        int width = box.width() + 2 * MARGIN;
        int height = box.height() + 2 * MARGIN;
        String name = figure.title().isEmpty()
                ? "Workflow graph of " + workflow.handler()
                : "Part of the workflow graph: " + figure.title();
        out.open("div", "class", "canvas", "tabindex", "0", "role", "region", "aria-label", name)
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "width",
                        Pen.n(width),
                        "height",
                        Pen.n(height),
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "role",
                        "group",
                        "aria-label",
                        name);
        box.draw(new Pen(out), MARGIN, MARGIN);
        out.line().close("svg").close("div");
    }

    private void part(String id, Workflow workflow, Figure figure) {
        out.open("details", "id", figure.id(), "class", "part").line();
        out.open("summary").element("b", Shortened.to(figure.title(), 120)).close("summary");
        picture(id, workflow, figure);
        out.close("details");
    }

    private void mermaid(Workflow workflow) {
        out.open("details", "class", "more").line();
        out.element("summary", "The same graph as Mermaid text").line();
        out.open("pre", "class", "text").open("code");
        new Mermaid().lines(workflow).forEach(l -> out.text(l).line());
        out.close().close("pre").close("details");
    }
}
