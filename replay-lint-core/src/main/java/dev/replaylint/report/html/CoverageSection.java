package dev.replaylint.report.html;

import dev.replaylint.program.Problem;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import java.util.List;

/** What was looked at, and what was not. */
final class CoverageSection {

    private static final int MOST = 200;

    private final Report report;
    private final ReportContext context;
    private final Markup out;

    CoverageSection(Report report, ReportContext context, Markup out) {
        this.report = report;
        this.context = context;
        this.out = out;
    }

    void write() {
        Coverage seen = report.coverage();
        out.open("section", "id", "coverage").line();
        out.element("h2", "Coverage").line();
        out.element("p", statement(seen)).line();
        problems(context.problems(report));
        if (!seen.unresolved().isEmpty()) {
            list("Calls whose target is not known", seen.unresolved());
        }
        out.close("section");
    }

    private static String statement(Coverage seen) {
        return "The module has " + count(seen.files(), "file") + "; handlers reach " + seen.filesRead()
                + " of them, which were read whole. "
                + count(seen.libraryMethods(), "method") + " of libraries were entered. Of the calls in code that is "
                + "replayed or checkpointed, " + seen.resolvedCalls() + " have a known target, " + seen.assumedCalls()
                + " were matched by type and name, and " + seen.unresolvedCalls()
                + " have none that is known: what those do is not judged.";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        out.element("h3", "What could not be read").line();
        out.open("ul", "class", "problems").line();
        for (Problem problem : problems) {
            String line = problem.line() > 0 ? ":" + problem.line() : "";
            out.open("li", "class", problem.lost() ? "lost" : "")
                    .element("code", context.repositoryPath(problem) + line)
                    .text(" " + problem.reason() + (problem.lost() ? "; it was not analysed" : ""))
                    .close("li");
        }
        out.close("ul");
    }

    private void list(String title, List<String> entries) {
        out.open("details", "class", "more").line();
        out.element("summary", title + " (" + entries.size() + ")").open("ul");
        entries.stream()
                .limit(MOST)
                .forEach(e -> out.open("li").element("code", e).close("li"));
        if (entries.size() > MOST) {
            out.element("li", (entries.size() - MOST) + " more");
        }
        out.close("ul").close("details");
    }
}
