package dev.replaylint.report.html;

import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** The page: head, verdict, and the sections in their order. */
final class Page {

    private final Report report;
    private final ReportContext context;
    private final Markup out = new Markup();

    Page(Report report, ReportContext context) {
        this.report = report;
        this.context = context;
    }

    String html() {
        String style = Assets.text("report.css");
        String script = Assets.text("report.js");
        out.trusted("<!DOCTYPE html>").line().open("html", "lang", "en").line();
        head(style, script);
        out.open("body").line().trusted(Assets.text("icons.svg"));
        out.element("a", "Skip to the findings", "class", "skip", "href", "#findings");
        List<Numbered> findings = HtmlWriter.numbered(report);
        top();
        out.open("main").line();
        Excerpts excerpts = new Excerpts(context);
        new FindingList(report, context, excerpts, out).write(findings);
        new SuppressedSection(report, context, out).write();
        NodeFindings marked = new NodeFindings(findings, report.workflows());
        new Overview(marked, out).write(report.workflows(), findings);
        WorkflowSection section = new WorkflowSection(marked, excerpts, out);
        for (int i = 0; i < report.workflows().size(); i++) {
            section.write("w" + (i + 1), report.workflows().get(i), findings);
        }
        new CoverageSection(report, context, out).write();
        new RuleHelp(report, out).write();
        out.close("main");
        out.open("footer").element("p", "replay-lint " + context.version()).close("footer");
        out.open("script").trusted(script).close().line();
        out.close("body").close("html");
        return out.toString();
    }

    private void head(String style, String script) {
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        String policy = "default-src 'none'; style-src " + Assets.hash(style) + "; script-src " + Assets.hash(script)
                + "; base-uri 'none'; form-action 'none'";
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy)
                .line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.empty("meta", "name", "color-scheme", "content", "light dark").line();
        out.element("title", "replay-lint: " + context.module()).line();
        out.open("style").trusted(style).close().line();
        out.close("head");
    }

    private void top() {
        out.open("header", "class", "top").line();
        out.open("div", "class", "bar").line();
        out.element("p", "Replay safety report", "class", "eyebrow").line();
        out.element("h1", context.module()).line();
        out.element("p", verdict(), "class", "verdict " + tone()).line();
        tiles();
        navigation();
        out.close("div").close("header");
    }

    private String verdict() {
        if (report.incomplete()) {
            return "Incomplete: some of the code could not be analysed";
        }
        if (report.findings().isEmpty()) {
            return report.coverage().handlers() == 0
                    ? "No durable handler was found"
                    : "No problems found" + ConsoleText.apart(report);
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                parts.add(ConsoleText.counted(report.count(severity), severity));
            }
        }
        return String.join(", ", parts) + ConsoleText.apart(report);
    }

    private String tone() {
        if (report.incomplete()) {
            return "error";
        }
        return report.findings().stream()
                .map(f -> f.severity())
                .sorted()
                .findFirst()
                .map(Severity::label)
                .orElse(report.coverage().handlers() == 0 ? "warning" : "clean");
    }

    private void tiles() {
        Coverage coverage = report.coverage();
        out.open("dl", "class", "tiles").line();
        tile("Errors", report.count(Severity.ERROR));
        tile("Warnings", report.count(Severity.WARNING));
        tile("Remarks", report.count(Severity.INFO));
        tile("Handlers", coverage.handlers());
        tile("Operations", coverage.operations());
        tile("Files read", coverage.filesRead());
        out.close("dl");
    }

    private void tile(String name, long number) {
        out.open("div").element("dt", name).element("dd", Long.toString(number)).close("div");
    }

    private void navigation() {
        out.open("nav", "aria-label", "Sections").line();
        link("findings", "Findings");
        if (!report.suppressed().isEmpty()) {
            link("suppressed", "Not to be acted upon");
        }
        List<Workflow> workflows = report.workflows();
        if (workflows.size() > 1) {
            link("handlers", "Handlers");
        }
        for (int i = 0; i < workflows.size() && workflows.size() <= Overview.MOST_AT_TOP; i++) {
            link("w" + (i + 1), workflows.get(i).handler());
        }
        link("coverage", "Coverage");
        if (!report.findings().isEmpty()) {
            link("rules", "Rules");
        }
        out.close("nav");
    }

    private void link(String target, String text) {
        out.element("a", Shortened.to(text, 60), "href", "#" + target).line();
    }
}
