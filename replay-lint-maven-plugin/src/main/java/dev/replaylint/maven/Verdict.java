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
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Whether the build goes on.
 *
 * @param failure why not because of the code; empty if it does
 * @param defect why not because of this plugin; empty if it works
 */
record Verdict(Optional<String> failure, Optional<String> defect) {

    static Verdict of(
            Report report, FailOn threshold, boolean failOnIncomplete, List<Path> written, ReportContext context) {
        return new Verdict(
                failOnIncomplete && report.incomplete()
                        ? Optional.of(incomplete(report))
                        : findings(report, threshold, best(written).map(f -> relative(f, context))),
                defect(report, context));
    }

    private static String incomplete(Report report) {
        long lost = report.problems().stream().filter(Problem::lost).count();
        String files = lost == 1 ? "1 file was" : lost + " files were";
        return "replay-lint: the analysis is incomplete: " + files
                + " not analysed; see above, or set replay-lint.failOnIncomplete=false";
    }

    private static Optional<String> findings(Report report, FailOn threshold, Optional<String> file) {
        return threshold
                .threshold()
                .filter(report::fails)
                .map(t -> "replay-lint found " + counts(report, t) + " (failOn=" + threshold.label() + "); see above"
                        + file.map(f -> " or " + f).orElse(""));
    }

    /** What is wrong with the plugin itself: nobody's code can be blamed for it, and no setting makes it right. */
    static Optional<String> defect(Report report, ReportContext context) {
        return report.problems().stream()
                .filter(Problem::defect)
                .findFirst()
                .map(p -> "replay-lint: " + context.printedPath(p) + (p.line() > 0 ? ":[" + p.line() + "] " : " ")
                        + p.reason() + "; please report this");
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

    void enforce() throws MojoExecutionException, MojoFailureException {
        if (defect.isPresent()) {
            throw new MojoExecutionException(defect.get());
        }
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }
}
