package dev.replaylint.report.html;

import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.rule.Severity;
import java.util.List;

/** The handlers at a glance, where there are several. */
final class Overview {

    /** More handlers than these are listed here only, and not at the top of the page. */
    static final int MOST_AT_TOP = 8;

    private final NodeFindings marked;
    private final Markup out;

    Overview(NodeFindings marked, Markup out) {
        this.marked = marked;
        this.out = out;
    }

    void write(List<Workflow> workflows, List<Numbered> findings) {
        if (workflows.size() < 2) {
            return;
        }
        out.open("section", "id", "handlers").line();
        out.element("h2", "Handlers").line();
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of handlers")
                .open("table", "class", "handlers")
                .line();
        out.open("thead").open("tr");
        List.of("Handler", "Operations in the code", "Of one execution, at worst", "Errors", "Warnings", "Remarks")
                .forEach(h -> out.element("th", h, "scope", "col"));
        out.close().close("thead").open("tbody").line();
        for (int i = 0; i < workflows.size(); i++) {
            row("w" + (i + 1), workflows.get(i), findings);
        }
        out.close("tbody").close().close("div").close("section");
    }

    private void row(String id, Workflow workflow, List<Numbered> findings) {
        out.open("tr").open("td");
        out.element("a", Shortened.to(workflow.handler(), 80), "href", "#" + id)
                .element("span", Shortened.to(workflow.type(), 120), "class", "kind");
        out.close();
        number(workflow.operations().size() + workflow.cut(), "");
        out.element("td", workflow.cost().map(c -> c.worst()).orElse("–"), "class", "num");
        List<Numbered> own =
                findings.stream().filter(f -> marked.concerns(f, workflow)).toList();
        for (Severity severity : Severity.values()) {
            long count =
                    own.stream().filter(f -> f.finding().severity() == severity).count();
            number(count, count > 0 ? " " + severity.label() : "");
        }
        out.close("tr");
    }

    private void number(long number, String tone) {
        out.element("td", Long.toString(number), "class", "num" + tone);
    }
}
