package dev.replaylint.report.merged;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Suppressed;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Reports of modules as one. The order in which they are given does not matter. */
public final class MergedReport {

    /** Of findings that are the same, the worst, and of those the one with the path that comes first. */
    private static final Comparator<Finding> BEST =
            Comparator.comparing(Finding::severity).thenComparing(MergedReport::path);

    /** A place that several modules reach is in the report of each of them, and yet one place to mend. */
    private record Key(Location location, String rule, String message) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::location).thenComparing(Key::rule).thenComparing(Key::message);

        static Key of(Finding finding) {
            return new Key(finding.location(), finding.rule(), finding.message());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private MergedReport() {}

    /** What the reports say together; counts of files and calls are sums. */
    public static Report of(Collection<ModuleReport> modules, List<RuleInfo> rules) {
        List<Report> reports = modules.stream().map(ModuleReport::report).toList();
        Map<Key, Finding> findings = new TreeMap<>();
        Set<Problem> problems = new TreeSet<>();
        for (Report report : reports) {
            report.findings().forEach(f -> findings.merge(Key.of(f), f, MergedReport::better));
            problems.addAll(report.problems());
        }
        return new Report(
                List.copyOf(findings.values()),
                coverage(reports),
                List.copyOf(problems),
                rules,
                List.of(),
                suppressed(reports, findings.keySet()));
    }

    /** What every module that reaches it suppresses: what one of them is to act upon is open. */
    private static List<Suppressed> suppressed(List<Report> reports, Set<Key> open) {
        Map<Key, Suppressed> suppressed = new TreeMap<>();
        reports.stream()
                .flatMap(r -> r.suppressed().stream())
                .filter(s -> !open.contains(Key.of(s.finding())))
                .forEach(s -> suppressed.merge(Key.of(s.finding()), s, MergedReport::better));
        return List.copyOf(suppressed.values());
    }

    private static Suppressed better(Suppressed a, Suppressed b) {
        Comparator<Suppressed> best = Comparator.comparing(Suppressed::finding, BEST)
                .thenComparing(Suppressed::how)
                .thenComparing(Suppressed::reason);
        return best.compare(a, b) <= 0 ? a : b;
    }

    private static Finding better(Finding a, Finding b) {
        return BEST.compare(a, b) <= 0 ? a : b;
    }

    private static String path(Finding finding) {
        return finding.path().stream().map(Frame::toString).collect(Collectors.joining());
    }

    private static Coverage coverage(List<Report> reports) {
        List<Coverage> all = reports.stream().map(Report::coverage).toList();
        return new Coverage(
                sum(all, Coverage::handlers),
                sum(all, Coverage::operations),
                sum(all, Coverage::files),
                sum(all, Coverage::filesRead),
                sum(all, Coverage::libraryMethods),
                sum(all, Coverage::resolvedCalls),
                sum(all, Coverage::assumedCalls),
                sum(all, Coverage::unresolvedCalls),
                all.stream()
                        .flatMap(c -> c.unresolved().stream())
                        .sorted()
                        .distinct()
                        .toList());
    }

    private static int sum(List<Coverage> all, ToIntFunction<Coverage> count) {
        return all.stream().mapToInt(count).sum();
    }
}
