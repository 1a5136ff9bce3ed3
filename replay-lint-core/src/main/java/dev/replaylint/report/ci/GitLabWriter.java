package dev.replaylint.report.ci;

import dev.replaylint.json.Json;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Fingerprints;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a Code Quality report of GitLab. Its fingerprints survive moved lines; no two entries have the same one, since GitLab would
 * drop all but one of them.
 */
public final class GitLabWriter implements ReportWriter {

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        Fingerprints fingerprints = new Fingerprints();
        List<Object> entries = new ArrayList<>();
        for (Problem problem : IncompleteAnalysis.of(report, context)) {
            String path = context.repositoryPath(problem);
            String key = String.join("|", path, IncompleteAnalysis.NAME, problem.reason());
            entries.add(entry(
                    IncompleteAnalysis.message(problem),
                    IncompleteAnalysis.NAME,
                    hash(fingerprints.next(key)),
                    "blocker",
                    location(path, problem.line())));
        }
        for (Finding finding : report.findings()) {
            String path = context.repositoryPath(finding.location());
            entries.add(entry(
                    finding.message() + "; " + finding.help(),
                    finding.rule(),
                    hash(fingerprints.next(path + "|" + finding.fingerprint())),
                    severity(finding.severity()),
                    location(path, finding.location().line())));
        }
        out.append(Json.of(entries));
    }

    private static Map<String, Object> entry(
            String description, String name, String fingerprint, String severity, Map<String, Object> location) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("description", description);
        entry.put("check_name", name);
        entry.put("fingerprint", fingerprint);
        entry.put("severity", severity);
        entry.put("location", location);
        return entry;
    }

    private static Map<String, Object> location(String path, int line) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("path", path);
        location.put("lines", Map.of("begin", Math.max(1, line)));
        return location;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
