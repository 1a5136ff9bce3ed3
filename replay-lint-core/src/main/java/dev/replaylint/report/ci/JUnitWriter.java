package dev.replaylint.report.ci;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.report.ConsoleText;
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

/**
 * Writes JUnit XML: a suite per module and a test case per rule, so that a clean module is a row of green cases and a rule keeps its
 * history. A case fails if its rule found something that fails the build; what is milder is its output. Readers take one failure per
 * case, which therefore lists all findings. One more case has an error if code could not be analysed.
 */
public final class JUnitWriter implements ReportWriter {

    private final Severity mildest;

    /** A writer for which findings of this severity, and worse ones, are failures. */
    public JUnitWriter(Severity mildest) {
        this.mildest = mildest;
    }

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        Map<String, List<Finding>> rules = new TreeMap<>();
        report.rules().forEach(r -> rules.put(r.name(), new ArrayList<>()));
        report.findings()
                .forEach(f ->
                        rules.computeIfAbsent(f.rule(), r -> new ArrayList<>()).add(f));
        String[] counts = {
            "tests",
            Integer.toString(rules.size() + 1),
            "failures",
            Long.toString(rules.values().stream().filter(this::fails).count()),
            "errors",
            report.incomplete() ? "1" : "0",
            "skipped",
            "0",
            "time",
            "0"
        };
        String suite = "replay-lint." + context.module();
        Xml xml = new Xml().open("testsuites", with("name", "replay-lint", counts));
        xml.open("testsuite", with("name", suite, counts));
        incomplete(IncompleteAnalysis.of(report, context), suite, context, xml);
        rules.forEach((rule, findings) -> rule(rule, findings, suite, context, xml));
        out.append(xml.close().close().document());
    }

    private boolean fails(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity().atLeast(mildest));
    }

    private static String[] with(String name, String value, String... others) {
        List<String> all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    private static String[] testCase(String name, String suite) {
        return new String[] {"name", name, "classname", suite, "time", "0"};
    }

    private static void incomplete(List<Problem> lost, String suite, ReportContext context, Xml xml) {
        if (lost.isEmpty()) {
            xml.empty("testcase", testCase(IncompleteAnalysis.NAME, suite));
            return;
        }
        List<String> lines = lost.stream()
                .map(p -> place(context.repositoryPath(p), p.line(), 0) + " error: " + IncompleteAnalysis.message(p))
                .toList();
        xml.open("testcase", testCase(IncompleteAnalysis.NAME, suite));
        xml.lines("error", lines, "message", lost.get(0).reason(), "type", "error");
        xml.close();
    }

    private void rule(String rule, List<Finding> findings, String suite, ReportContext context, Xml xml) {
        if (findings.isEmpty()) {
            xml.empty("testcase", testCase(rule, suite));
            return;
        }
        List<String> lines = new ArrayList<>();
        findings.forEach(f -> lines.addAll(lines(f, context)));
        xml.open("testcase", testCase(rule, suite));
        if (fails(findings)) {
            Finding worst = findings.stream().min(Finding.WORST_FIRST).orElseThrow();
            String more = findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : "";
            String type = worst.severity().label();
            xml.lines("failure", lines, "message", worst.message() + more, "type", type);
        } else {
            xml.lines("system-out", lines);
        }
        xml.close();
    }

    private static List<String> lines(Finding finding, ReportContext context) {
        Location at = finding.location();
        String place = place(context.repositoryPath(at), at.line(), at.column());
        List<String> lines = new ArrayList<>();
        lines.add(place + " " + finding.severity().label() + ": " + finding.message());
        ConsoleText.replayedFrom(finding).ifPresent(p -> lines.add("    " + p));
        lines.add("    help: " + finding.help());
        return lines;
    }

    private static String place(String file, int line, int column) {
        return file + ":" + Math.max(1, line) + ":" + (column > 0 ? column + ":" : "");
    }
}
