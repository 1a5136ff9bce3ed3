package dev.replaylint.report;

import dev.replaylint.json.Json;
import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.rule.Finding;
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
    private static final String ROOT = "%SRCROOT%";

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
        run.put("invocations", List.of(invocation(report, context)));
        run.put("results", results(report, context));
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

    private static Map<String, Object> invocation(Report report, ReportContext context) {
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", !report.incomplete());
        invocation.put(
                "toolExecutionNotifications",
                report.problems().stream().map(p -> notification(p, context)).toList());
        return invocation;
    }

    private static Map<String, Object> notification(Problem problem, ReportContext context) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", problem.lost() ? "error" : "warning");
        String line = problem.line() > 0 ? ":" + problem.line() : "";
        notification.put("message", text(context.repositoryPath(problem) + line + " " + problem.reason()));
        return notification;
    }

    private List<Map<String, Object>> results(Report report, ReportContext context) {
        Fingerprints fingerprints = new Fingerprints();
        List<Map<String, Object>> results = new ArrayList<>();
        for (Finding finding : report.findings()) {
            results.add(result(finding, fingerprints.next(finding.fingerprint()), report, context));
        }
        if (withSuppressed) {
            for (Suppressed suppressed : report.suppressed()) {
                Finding finding = suppressed.finding();
                Map<String, Object> result = result(finding, fingerprints.next(finding.fingerprint()), report, context);
                SarifSuppressions.add(suppressed, result);
                results.add(result);
            }
        }
        return results;
    }

    private static Map<String, Object> result(
            Finding finding, String fingerprint, Report report, ReportContext context) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", SarifRules.index(finding.rule(), report.rules()));
        result.put("level", level(finding.severity()));
        result.put("message", text(finding.message() + "; " + finding.help()));
        result.put("locations", List.of(location(finding.location(), context)));
        if (finding.path().size() > 1) {
            result.put(
                    "codeFlows", List.of(Map.of("threadFlows", List.of(Map.of("locations", steps(finding, context))))));
        }
        result.put("partialFingerprints", Map.of("replayLint/v1", fingerprint));
        return result;
    }

    static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.label();
    }

    private static List<Map<String, Object>> steps(Finding finding, ReportContext context) {
        return finding.path().stream()
                .map(frame -> {
                    Map<String, Object> location = new LinkedHashMap<>(location(frame.location(), context));
                    location.put("message", text(frame.label()));
                    return Map.<String, Object>of("location", location);
                })
                .toList();
    }

    private static Map<String, Object> location(Location location, ReportContext context) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", Math.max(1, location.line()));
        if (location.column() > 0) {
            region.put("startColumn", location.column());
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("uri", UriPath.encode(context.repositoryPath(location)));
        file.put("uriBaseId", ROOT);
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", file);
        physical.put("region", region);
        return Map.of("physicalLocation", physical);
    }

    static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
