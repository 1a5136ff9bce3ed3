package dev.replaylint.report;

import dev.replaylint.json.Json;
import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Suppressed;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the complete report in our own JSON format, version 1. */
public final class JsonWriter implements ReportWriter {

    /** What the document says it is. */
    public static final String FORMAT = "replay-lint";

    /** Changes when readers of the one before would be wrong; members may be added without that. */
    public static final int VERSION = 1;

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("formatVersion", VERSION);
        document.put("toolVersion", context.version());
        document.put("module", context.module());
        document.put("incomplete", report.incomplete());
        document.put("coverage", coverage(report.coverage()));
        document.put(
                "findings",
                report.findings().stream().map(f -> finding(f, context)).toList());
        document.put(
                "suppressed",
                report.suppressed().stream().map(s -> suppressed(s, context)).toList());
        document.put(
                "problems",
                context.problems(report).stream().map(p -> problem(p, context)).toList());
        out.append(Json.of(document));
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("handlers", coverage.handlers());
        members.put("operations", coverage.operations());
        members.put("files", coverage.files());
        members.put("filesRead", coverage.filesRead());
        members.put("libraryMethods", coverage.libraryMethods());
        members.put("resolvedCalls", coverage.resolvedCalls());
        members.put("assumedCalls", coverage.assumedCalls());
        members.put("unresolvedCalls", coverage.unresolvedCalls());
        members.put("unresolved", coverage.unresolved());
        return members;
    }

    private static Map<String, Object> finding(Finding finding, ReportContext context) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("rule", finding.rule());
        members.put("severity", finding.severity().label());
        members.putAll(place(finding.location(), context));
        members.put("member", finding.member());
        members.put("message", finding.message());
        members.put("path", finding.path().stream().map(f -> frame(f, context)).toList());
        finding.reaches().ifPresent(r -> members.put("reaches", place(r, context)));
        members.put("help", finding.help());
        members.put("fingerprint", finding.fingerprint());
        return members;
    }

    private static Map<String, Object> suppressed(Suppressed suppressed, ReportContext context) {
        Map<String, Object> members = finding(suppressed.finding(), context);
        Map<String, Object> suppression = new LinkedHashMap<>();
        suppression.put("in", suppressed.how().name().toLowerCase(Locale.ROOT));
        suppression.put("reason", suppressed.reason());
        members.put("suppression", suppression);
        return members;
    }

    private static Map<String, Object> frame(Frame frame, ReportContext context) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("member", frame.label());
        members.putAll(place(frame.location(), context));
        return members;
    }

    private static Map<String, Object> place(Location location, ReportContext context) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", context.repositoryPath(location));
        members.put("line", location.line());
        members.put("column", location.column());
        return members;
    }

    private static Map<String, Object> problem(Problem problem, ReportContext context) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", context.repositoryPath(problem));
        members.put("line", problem.line());
        members.put("reason", problem.reason());
        members.put("lost", problem.lost());
        return members;
    }
}
