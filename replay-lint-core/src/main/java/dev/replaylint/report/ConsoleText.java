package dev.replaylint.report;

import dev.replaylint.program.Location;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Findings and summary as lines for a console, harmless whatever the analysed code is called. */
public final class ConsoleText {

    private static final String INDENT = "    ";

    private ConsoleText() {}

    /**
     * A finding as lines.
     *
     * @param place {@code path:[line,column]}
     * @param rest what follows the place on the first line
     * @param details further lines, indented
     */
    public record Entry(Severity severity, String place, String rest, List<String> details) {}

    /** Worst first, then by file and line. */
    public static List<Entry> entries(Report report, ReportContext context) {
        return report.findings().stream()
                .sorted(Finding.WORST_FIRST)
                .map(f -> entry(f, context))
                .toList();
    }

    private static Entry entry(Finding finding, ReportContext context) {
        List<String> details = new ArrayList<>();
        replayedFrom(finding).ifPresent(p -> details.add(INDENT + Sanitizer.line(p)));
        details.add(INDENT + "help: " + Sanitizer.line(finding.help()));
        String place = Sanitizer.line(context.printedPath(finding.location())) + ":" + position(finding.location());
        String rest = " " + Sanitizer.line(finding.message()) + " [" + finding.rule() + "]";
        return new Entry(finding.severity(), place, rest, details);
    }

    private static String position(Location location) {
        return location.column() > 0
                ? "[" + location.line() + "," + location.column() + "]"
                : "[" + location.line() + "]";
    }

    /** How replay gets there; empty if the finding is in the handler itself. */
    public static Optional<String> replayedFrom(Finding finding) {
        return Optional.of(finding.path())
                .filter(p -> p.size() > 1)
                .map(p -> p.stream()
                        .map(f -> f.label() + " (" + f.location().fileName() + ":"
                                + f.location().line() + ")")
                        .collect(Collectors.joining(" > ", "replayed from ", "")));
    }

    /** One line that proves what was checked. */
    public static String summary(Report report, double seconds) {
        Coverage seen = report.coverage();
        return String.format(
                Locale.ROOT,
                "replay-lint: %s, %s, %s, %s entered, %s unresolved, %s (%.1f s)",
                count(seen.handlers(), "durable handler"),
                count(seen.operations(), "operation"),
                count(seen.filesRead(), "file"),
                count(seen.libraryMethods(), "library method"),
                count(seen.unresolvedCalls(), "call"),
                result(report) + apart(report),
                seconds);
    }

    private static String result(Report report) {
        if (report.findings().isEmpty()) {
            return "no problems";
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                parts.add(counted(report.count(severity), severity));
            }
        }
        return String.join(", ", parts);
    }

    /** What was found and is not to be acted upon, behind a space: {@code (2 accepted in the baseline)}; empty if nothing is. */
    public static String apart(Report report) {
        List<String> parts = new ArrayList<>();
        for (Suppressed.How how : Suppressed.How.values()) {
            if (report.count(how) > 0) {
                parts.add(report.count(how) + " " + how.label());
            }
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    /** {@code 2 errors}. */
    public static String counted(long count, Severity severity) {
        return severity == Severity.INFO ? count + " info" : count(count, severity.label());
    }

    /** {@code 2 handlers}. */
    public static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
