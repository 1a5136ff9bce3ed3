package dev.replaylint.report.html;

import dev.replaylint.program.Location;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The findings, each with its path and source, and what filters them. Without a script, all are shown. */
final class FindingList {

    private final Report report;
    private final ReportContext context;
    private final Excerpts excerpts;
    private final Markup out;

    FindingList(Report report, ReportContext context, Excerpts excerpts, Markup out) {
        this.report = report;
        this.context = context;
        this.excerpts = excerpts;
        this.out = out;
    }

    void write(List<Numbered> findings) {
        out.open("section", "id", "findings").line();
        out.element("h2", "Findings").line();
        if (findings.isEmpty()) {
            out.element("p", "Nothing was found that goes wrong on replay.", "class", "quiet");
        } else {
            filter(findings);
            out.open("ol", "class", "list").line();
            findings.forEach(this::finding);
            out.close("ol");
        }
        out.close("section");
    }

    private void filter(List<Numbered> findings) {
        SortedSet<String> rules = new TreeSet<>();
        SortedSet<String> files = new TreeSet<>();
        findings.forEach(f -> rules.add(f.finding().rule()));
        findings.forEach(f -> files.add(place(f.finding().location())));
        out.open("form", "id", "filter", "hidden", "", "aria-label", "Filter findings")
                .line();
        out.open("fieldset").element("legend", "Severity");
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                out.open("label", "class", severity.label())
                        .empty(
                                "input",
                                "type",
                                "checkbox",
                                "name",
                                "severity",
                                "value",
                                severity.label(),
                                "checked",
                                "")
                        .text(" " + severity.label() + " ")
                        .element("b", Long.toString(report.count(severity)))
                        .close();
            }
        }
        out.close("fieldset");
        choices("rule", "Rule", "All rules", rules);
        choices("file", "File", "All files", files);
        out.open("p", "class", "shown", "id", "shown", "aria-live", "polite").close();
        out.close("form");
    }

    private void choices(String name, String label, String all, SortedSet<String> values) {
        out.open("label").element("span", label).open("select", "name", name);
        out.element("option", all, "value", "");
        values.forEach(v -> out.element("option", v, "value", v));
        out.close().close("label");
    }

    private String place(Location location) {
        return context.repositoryPath(location);
    }

    private void finding(Numbered numbered) {
        Finding finding = numbered.finding();
        String severity = finding.severity().label();
        out.open(
                        "li",
                        "id",
                        numbered.id(),
                        "class",
                        "finding " + severity,
                        "data-severity",
                        severity,
                        "data-rule",
                        finding.rule(),
                        "data-file",
                        place(finding.location()))
                .line();
        out.open("div", "class", "meta")
                .element("span", severity, "class", "badge " + severity)
                .element("a", finding.rule(), "class", "rule", "href", "#rule-" + finding.rule())
                .element("span", position(finding.location()), "class", "place")
                .close("div");
        out.open("h3").sentence(capitalized(finding.message())).close("h3");
        path(finding.path());
        excerpts.write(finding.location(), out);
        out.open("p", "class", "help")
                .element("b", "Instead: ")
                .sentence(finding.help())
                .close("p");
        out.close("li");
    }

    private String position(Location location) {
        return place(location)
                + (location.line() > 0 ? ":" + location.line() : "")
                + (location.column() > 0 ? ":" + location.column() : "");
    }

    private static String capitalized(String message) {
        return message.isEmpty() || !Character.isLowerCase(message.charAt(0))
                ? message
                : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    private void path(List<Frame> path) {
        if (path.size() < 2) {
            return;
        }
        out.open("ol", "class", "path", "aria-label", "Path from the handler").line();
        for (Frame frame : path) {
            out.open("li")
                    .element("code", frame.label())
                    .text(" ")
                    .element(
                            "span",
                            frame.location().fileName() + ":" + frame.location().line(),
                            "class",
                            "place")
                    .close("li");
        }
        out.close("ol");
    }
}
