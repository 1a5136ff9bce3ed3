package dev.replaylint.maven;

import dev.replaylint.program.Problem;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as lines of the build's log: each finding at its own level, so that a quiet build shows exactly the errors.
 *
 * @param most how many findings are printed
 */
record Console(ReportContext context, int most) {

    /** What was found, and what could not be looked at. */
    List<Line> findings(Report report) {
        List<Line> lines = new ArrayList<>();
        List<ConsoleText.Entry> entries = ConsoleText.entries(report, context);
        entries.stream().limit(most).forEach(e -> add(e, lines));
        if (entries.size() > most) {
            lines.add(Line.info("… and " + (entries.size() - most) + " more in the files below"));
        }
        context.problems(report).forEach(p -> lines.add(line(p)));
        return lines;
    }

    /** What was checked, and where the rest is. */
    List<Line> summary(Report report, double seconds, List<Path> written) {
        List<Line> lines = new ArrayList<>();
        if (report.coverage().handlers() == 0) {
            lines.add(Line.warning("replay-lint: this module uses the durable SDK, but no durable handler was found"));
        }
        lines.add(Line.info(ConsoleText.summary(report, seconds)));
        if (!report.findings().isEmpty()) {
            written.forEach(f -> lines.add(Line.info("    details: " + relative(f))));
        }
        return lines;
    }

    private String relative(Path file) {
        Path start = context.start().toAbsolutePath();
        return file.startsWith(start) ? start.relativize(file).toString() : file.toString();
    }

    private static void add(ConsoleText.Entry entry, List<Line> lines) {
        lines.add(new Line(entry.severity(), entry.place(), entry.rest()));
        entry.details().forEach(d -> lines.add(new Line(entry.severity(), "", d)));
    }

    private Line line(Problem problem) {
        String line = problem.line() > 0 ? ":[" + problem.line() + "]" : "";
        String text = context.printedPath(problem) + line + " " + problem.reason();
        return problem.lost()
                ? new Line(Severity.ERROR, "", text + (problem.defect() ? "" : "; it was not analysed"))
                : Line.warning(text);
    }
}
