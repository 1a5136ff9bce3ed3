package dev.replaylint.report;

import dev.replaylint.json.Json;
import dev.replaylint.program.Problem;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes SARIF 2.1.0, as code hosts show it: one run, paths relative to the repository, regions of one line (an alert is shown on a
 * pull request only if all its lines are in the diff), the call path as a code flow, fingerprints of our own. What is suppressed is
 * only counted unless it is asked for: code hosts that do not know suppressions show it as if it were open.
 */
public final class SarifWriter implements ReportWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    /** What paths are relative to. */
    static final String ROOT = "%SRCROOT%";

    private final boolean withSuppressed;

    /** Without what is suppressed. */
    public SarifWriter() {
        this(false);
    }

    /** With or without what is suppressed. */
    public SarifWriter(boolean withSuppressed) {
        this.withSuppressed = withSuppressed;
    }

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", "2.1.0");
        document.put("runs", List.of(run(report, context)));
        out.append(Json.of(document));
    }

    private Map<String, Object> run(Report report, ReportContext context) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", SarifRules.driver(report.rules(), context.version())));
        run.put("automationDetails", Map.of("id", "replay-lint/" + context.module() + "/"));
        // The root's own address is left out: it would differ from checkout to checkout.
        run.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", text("root of the repository"))));
        run.put("columnKind", "utf16CodeUnits");
        SarifResults results = SarifResults.of(report, withSuppressed, context);
        run.put("invocations", List.of(invocation(report, results.leftOut(), context)));
        run.put("results", results.results());
        run.put("properties", counts(report));
        return run;
    }

    private static Map<String, Object> counts(Report report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Suppressed.How how : Suppressed.How.values()) {
            counts.put("suppressedIn" + capitalized(how.name()), report.count(how));
        }
        return counts;
    }

    private static String capitalized(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> invocation(Report report, int leftOut, ReportContext context) {
        List<Map<String, Object>> notifications = new ArrayList<>();
        context.problems(report).forEach(p -> notifications.add(notification(p, context)));
        if (leftOut > 0) {
            String text = leftOut + " of the mildest results are left out, since code hosts take " + SarifResults.MOST
                    + "; replay-lint.json has all";
            notifications.add(notification("warning", text));
        }
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", !report.incomplete());
        invocation.put("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static Map<String, Object> notification(Problem problem, ReportContext context) {
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        String text = context.repositoryPath(problem) + line + " " + problem.reason();
        return notification(problem.lost() ? "error" : "warning", text);
    }

    private static Map<String, Object> notification(String level, String text) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level);
        notification.put("message", text(text));
        return notification;
    }

    static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.label();
    }

    static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
