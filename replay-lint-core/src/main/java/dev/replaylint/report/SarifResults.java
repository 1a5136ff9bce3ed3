package dev.replaylint.report;

import dev.replaylint.program.Location;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Suppressed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Findings as results of SARIF: where, by which way (a code flow), and which operation they reach (a related location that the message
 * links to, since GitHub shows no other).
 *
 * @param leftOut how many results there were besides these
 */
record SarifResults(List<Map<String, Object>> results, int leftOut) {

    /** What GitHub shows of one run, the worst first; it refuses files with five times as many. */
    static final int MOST = 5_000;

    static SarifResults of(Report report, boolean withSuppressed, ReportContext context) {
        List<Suppressed> suppressed = withSuppressed ? report.suppressed() : List.of();
        Set<Integer> kept = kept(report.findings(), suppressed.size());
        Fingerprints fingerprints = new Fingerprints();
        List<Map<String, Object>> results = new ArrayList<>();
        int at = 0;
        for (Finding finding : report.findings()) {
            String fingerprint = fingerprints.next(finding.fingerprint());
            if (kept.contains(at++)) {
                results.add(result(finding, fingerprint, report, context));
            }
        }
        for (Suppressed decided : suppressed) {
            Finding finding = decided.finding();
            String fingerprint = fingerprints.next(finding.fingerprint());
            if (kept.contains(at++)) {
                Map<String, Object> result = result(finding, fingerprint, report, context);
                SarifSuppressions.add(decided, result);
                results.add(result);
            }
        }
        return new SarifResults(List.copyOf(results), at - results.size());
    }

    /** Positions of the worst findings, before those of what is suppressed. */
    private static Set<Integer> kept(List<Finding> findings, int suppressed) {
        Stream<Integer> worst = Stream.iterate(0, i -> i < findings.size(), i -> i + 1)
                .sorted((a, b) -> Finding.WORST_FIRST.compare(findings.get(a), findings.get(b)));
        Stream<Integer> others = Stream.iterate(findings.size(), i -> i < findings.size() + suppressed, i -> i + 1);
        return new HashSet<>(Stream.concat(worst, others).limit(MOST).toList());
    }

    private static Map<String, Object> result(
            Finding finding, String fingerprint, Report report, ReportContext context) {
        Optional<Location> reached = finding.reaches().filter(r -> !r.equals(finding.location()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("ruleIndex", SarifRules.index(finding.rule(), report.rules()));
        result.put("level", SarifWriter.level(finding.severity()));
        String link = reached.isPresent() ? " ([operation](1))" : "";
        result.put("message", SarifWriter.text(finding.message() + link + "; " + finding.help()));
        result.put("locations", List.of(location(finding.location(), context)));
        reached.ifPresent(r -> result.put("relatedLocations", List.of(related(r, context))));
        if (finding.path().size() > 1) {
            result.put("codeFlows", List.of(codeFlow(finding, context)));
        }
        result.put("partialFingerprints", Map.of("replayLint/v1", fingerprint));
        return result;
    }

    private static Map<String, Object> related(Location reached, ReportContext context) {
        Map<String, Object> related = new LinkedHashMap<>();
        related.put("id", 1);
        related.putAll(location(reached, context));
        related.put("message", SarifWriter.text("the operation that this reaches"));
        return related;
    }

    private static Map<String, Object> codeFlow(Finding finding, ReportContext context) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Frame frame : finding.path()) {
            Map<String, Object> location = new LinkedHashMap<>(location(frame.location(), context));
            location.put("message", SarifWriter.text(frame.label()));
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("location", location);
            step.put("nestingLevel", steps.size());
            steps.add(step);
        }
        Map<String, Object> flow = new LinkedHashMap<>();
        flow.put(
                "message",
                SarifWriter.text("replayed from " + finding.path().get(0).label()));
        flow.put("threadFlows", List.of(Map.of("locations", steps)));
        return flow;
    }

    private static Map<String, Object> location(Location location, ReportContext context) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", Math.max(1, location.line()));
        if (location.column() > 0) {
            region.put("startColumn", location.column());
        }
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("uri", UriPath.encode(context.repositoryPath(location)));
        file.put("uriBaseId", SarifWriter.ROOT);
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", file);
        physical.put("region", region);
        return Map.of("physicalLocation", physical);
    }
}
