package dev.replaylint.maven;

import dev.replaylint.program.Problem;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.Sanitizer;
import dev.replaylint.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Prints a report to the build's log: each finding at its own level, so that a quiet build shows exactly the errors. */
final class Console {

    private final Log log;
    private final ReportContext context;
    private final int most;

    Console(Log log, ReportContext context, int most) {
        this.log = log;
        this.context = context;
        this.most = most;
    }

    void print(Report report, double seconds, List<Path> written) {
        List<ConsoleText.Entry> entries = ConsoleText.entries(report, context);
        entries.stream().limit(most).forEach(this::print);
        if (entries.size() > most) {
            log.info("… and " + (entries.size() - most) + " more in the files below");
        }
        report.problems().forEach(this::print);
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
        MessageBuilder first = MessageUtils.buffer().strong(entry.place()).a(entry.rest());
        at(entry.severity(), first.build());
        entry.details().forEach(d -> at(entry.severity(), d));
    }

    private void print(Problem problem) {
        String line = problem.line() > 0 ? ":[" + problem.line() + "]" : "";
        String text = Sanitizer.line(context.printedPath(problem) + line + " " + problem.reason());
        if (problem.lost()) {
            log.error(text + "; it was not analysed");
        } else {
            log.warn(text);
        }
    }

    private void at(Severity severity, String line) {
        switch (severity) {
            case ERROR -> log.error(line);
            case WARNING -> log.warn(line);
            case INFO -> log.info(line);
        }
    }
}
