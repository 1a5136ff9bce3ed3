package dev.replaylint.report.html;

import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Suppressed;
import java.util.List;

/** What was found and is not to be acted upon, with the reasons. */
final class SuppressedSection {

    private final Report report;
    private final ReportContext context;
    private final Markup out;

    SuppressedSection(Report report, ReportContext context, Markup out) {
        this.report = report;
        this.context = context;
        this.out = out;
    }

    void write() {
        if (report.suppressed().isEmpty()) {
            return;
        }
        out.open("section", "id", "suppressed").line();
        out.element("h2", "Not to be acted upon").line();
        for (Suppressed.How how : Suppressed.How.values()) {
            List<Suppressed> all =
                    report.suppressed().stream().filter(s -> s.how() == how).toList();
            if (!all.isEmpty()) {
                list(all, how.label());
            }
        }
        out.close("section");
    }

    private void list(List<Suppressed> all, String how) {
        out.open("details", "class", "more").line();
        out.element("summary", all.size() + " " + how).open("ul").line();
        for (Suppressed suppressed : all) {
            Finding finding = suppressed.finding();
            String severity = finding.severity().label();
            out.open("li")
                    .element("span", severity, "class", "badge " + severity)
                    .text(" ")
                    .element("code", finding.rule())
                    .text(" ")
                    .element(
                            "span",
                            context.repositoryPath(finding.location()) + ":"
                                    + finding.location().line(),
                            "class",
                            "place");
            out.open("p").sentence(finding.message()).close("p");
            if (!suppressed.reason().isEmpty()) {
                out.open("p", "class", "quiet")
                        .text("Reason: " + suppressed.reason())
                        .close("p");
            }
            out.close("li");
        }
        out.close("ul").close("details");
    }
}
