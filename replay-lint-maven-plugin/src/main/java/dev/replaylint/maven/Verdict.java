package dev.replaylint.maven;

import dev.replaylint.program.Problem;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Whether the build goes on.
 *
 * @param failure why not; empty if it does
 */
record Verdict(Optional<String> failure) {

    static Verdict of(
            Report report, FailOn threshold, boolean failOnIncomplete, List<Path> written, ReportContext context) {
        if (failOnIncomplete && report.incomplete()) {
            long lost = report.problems().stream().filter(Problem::lost).count();
            String files = lost == 1 ? "1 file was" : lost + " files were";
            return new Verdict(Optional.of("replay-lint: the analysis is incomplete: " + files
                    + " not analysed; see above, or set replay-lint.failOnIncomplete=false"));
        }
        return new Verdict(threshold
                .threshold()
                .filter(report::fails)
                .map(t -> "replay-lint found " + counts(report, t) + " (failOn=" + threshold.label() + "); see above"
                        + best(written).map(f -> " or " + relative(f, context)).orElse("")));
    }

    /** The file that is made for reading, if there is one. */
    private static Optional<Path> best(List<Path> written) {
        return written.stream()
                .filter(f -> f.toString().endsWith(".html"))
                .findFirst()
                .or(() -> written.stream().findFirst());
    }

    private static String relative(Path file, ReportContext context) {
        Path start = context.start().toAbsolutePath();
        return file.startsWith(start) ? start.relativize(file).toString() : file.toString();
    }

    private static String counts(Report report, Severity threshold) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (severity.atLeast(threshold) && report.count(severity) > 0) {
                parts.add(ConsoleText.counted(report.count(severity), severity));
            }
        }
        return String.join(", ", parts);
    }

    void enforce() throws MojoFailureException {
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }
}
