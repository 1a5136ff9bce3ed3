package dev.replaylint.report.ci;

import dev.replaylint.program.Problem;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes XML as Checkstyle 10 does, which Jenkins and reviewdog read: errors by file, paths relative to the repository. */
public final class CheckstyleWriter implements ReportWriter {

    private static final String VERSION = "10.0";
    private static final String SOURCE = "replay-lint.";

    /**
     * An error of the format.
     *
     * @param column 0 if unknown
     */
    private record Entry(int line, int column, Severity severity, String message, String source) {

        String[] attributes() {
            List<String> attributes = new ArrayList<>(List.of("line", Integer.toString(Math.max(1, line))));
            if (column > 0) {
                attributes.addAll(List.of("column", Integer.toString(column)));
            }
            attributes.addAll(List.of("severity", severity.label(), "message", message, "source", SOURCE + source));
            return attributes.toArray(String[]::new);
        }
    }

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        Map<String, List<Entry>> files = new TreeMap<>();
        for (Problem problem : IncompleteAnalysis.of(report, context)) {
            entries(context.repositoryPath(problem), files).add(entry(problem));
        }
        for (Finding finding : report.findings()) {
            entries(context.repositoryPath(finding.location()), files).add(entry(finding));
        }
        Xml xml = new Xml().open("checkstyle", "version", VERSION);
        files.forEach((file, entries) -> {
            xml.open("file", "name", file);
            entries.forEach(e -> xml.empty("error", e.attributes()));
            xml.close();
        });
        out.append(xml.close().document());
    }

    private static List<Entry> entries(String file, Map<String, List<Entry>> files) {
        return files.computeIfAbsent(file, f -> new ArrayList<>());
    }

    private static Entry entry(Problem problem) {
        String message = IncompleteAnalysis.message(problem);
        return new Entry(problem.line(), 0, Severity.ERROR, message, IncompleteAnalysis.NAME);
    }

    private static Entry entry(Finding finding) {
        return new Entry(
                finding.location().line(),
                finding.location().column(),
                finding.severity(),
                finding.message() + "; " + finding.help(),
                finding.rule());
    }
}
