package dev.replaylint.maven;

import dev.replaylint.program.Problem;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import java.nio.file.Path;
import java.util.List;

/** Prints a report to the build's log: each finding at its own level, so that a quiet build shows exactly the errors. */
final class Console {

    private final SafeLog log;
    private final ReportContext context;
    private final int most;

    Console(SafeLog log, ReportContext context, int most) {
        this.log = log;
        this.context = context;
        this.most = most;
    }

    void print(Report report, double seconds, List<Path> written) {
        findings(report);
        summary(report, seconds, written);
    }

    /** What was found, and what could not be looked at. */
    void findings(Report report) {
        List<ConsoleText.Entry> entries = ConsoleText.entries(report, context);
        entries.stream().limit(most).forEach(this::print);
        if (entries.size() > most) {
            log.info("… and " + (entries.size() - most) + " more in the files below");
        }
        report.problems().forEach(this::print);
    }

    /** What was checked, and where the rest is. */
    void summary(Report report, double seconds, List<Path> written) {
        if (report.coverage().handlers() == 0) {
            log.warn("replay-lint: this module uses the durable SDK, but no durable handler was found");
        }
        log.info(ConsoleText.summary(report, seconds));
        if (!report.findings().isEmpty()) {
            written.forEach(f -> log.info("    details: " + relative(f)));
        }
    }

    private String relative(Path file) {
        Path start = context.start().toAbsolutePath();
        return file.startsWith(start) ? start.relativize(file).toString() : file.toString();
    }

    private void print(ConsoleText.Entry entry) {
        log.at(entry.severity(), entry.place(), entry.rest());
        entry.details().forEach(d -> log.at(entry.severity(), d));
    }

    private void print(Problem problem) {
        String line = problem.line() > 0 ? ":[" + problem.line() + "]" : "";
        String text = context.printedPath(problem) + line + " " + problem.reason();
        if (problem.lost()) {
            log.error(text + (problem.defect() ? "" : "; it was not analysed"));
        } else {
            log.warn(text);
        }
    }
}
