package dev.replaylint;

import dev.replaylint.program.Note;
import dev.replaylint.program.Program;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Fingerprint;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.RuleInfo.Group;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rules.Rules;
import dev.replaylint.suppression.Acceptance;
import dev.replaylint.suppression.Baseline;
import dev.replaylint.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What people decided about findings: which are suppressed, excluded or accepted, and how severe the others are. */
final class Decisions {

    private final Program program;
    private final Configuration configuration;
    private final Set<String> decided;
    private final List<Finding> open = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();

    /**
     * Decisions of one analysis.
     *
     * @param decided rules that reported all there is to report
     */
    Decisions(Program program, Configuration configuration, Set<String> decided) {
        this.program = program;
        this.configuration = configuration;
        this.decided = decided;
    }

    /** Names of rules. */
    static Set<String> names(Predicate<RuleInfo> chosen) {
        Set<String> names = new TreeSet<>();
        Rules.infos().stream().filter(chosen).forEach(i -> names.add(i.name()));
        return names;
    }

    /** What is left, with the severities that are configured. */
    List<Finding> open() {
        return open.stream()
                .map(f -> configured(f.rule()).map(f::with).orElse(f))
                .toList();
    }

    /** The others, with the severities that are configured. */
    List<Suppressed> suppressed() {
        return suppressed.stream()
                .map(s -> configured(s.finding().rule()).map(s::with).orElse(s))
                .toList();
    }

    private Optional<Severity> configured(String rule) {
        return Rules.infos().stream()
                .filter(i -> i.name().equals(rule))
                .findFirst()
                .flatMap(configuration::severity);
    }

    /** Takes what is suppressed in the code out of the findings; tells what became of the suppressions in judged code. */
    List<Suppression> suppress(List<Finding> findings, Set<String> files) {
        List<Note> notes = program.project().notes(files, Suppressions.query());
        Suppressions written = Suppressions.of(
                notes, names(i -> i.group() != Group.SUPPRESSION), names(i -> i.group() == Group.SUPPRESSION));
        Suppressions.Outcome outcome = written.apply(findings, decided);
        open.addAll(outcome.open());
        suppressed.addAll(outcome.suppressed());
        return outcome.suppressions().stream()
                .filter(s -> program.project().isJudged(s.about().type()))
                .toList();
    }

    /** Adds what rules found that look at suppressions. */
    void add(List<Finding> findings) {
        open.addAll(findings);
    }

    /** Takes findings in classes that are not judged out. */
    void exclude() {
        for (Finding finding : List.copyOf(open)) {
            String type = Fingerprint.of(finding.fingerprint()).type();
            configuration.exclusions().reason(type).ifPresent(r -> {
                open.remove(finding);
                suppressed.add(new Suppressed(finding, Suppressed.How.CONFIGURATION, r));
            });
        }
    }

    /** Takes out what is accepted. What breaks running executions is not: the manifest is where that is accepted. */
    Acceptance accept(Baseline baseline) {
        Set<String> ofTheManifest = names(i -> i.group().isOfTheManifest());
        List<Finding> acceptable =
                open.stream().filter(f -> !ofTheManifest.contains(f.rule())).toList();
        Map<String, Boolean> classes = new TreeMap<>();
        baseline.accepted()
                .keySet()
                .forEach(e -> classes.computeIfAbsent(e.fingerprint().type(), this::exists));
        Acceptance acceptance = Acceptance.of(
                baseline,
                acceptable,
                new Acceptance.Knowledge(
                        type -> classes.getOrDefault(type, false), e -> isDecided(e.fingerprint(), classes)));
        open.removeIf(f -> !ofTheManifest.contains(f.rule()));
        open.addAll(acceptance.open());
        suppressed.addAll(acceptance.accepted());
        return acceptance;
    }

    private boolean exists(String type) {
        return program.project().type(type).isPresent();
    }

    /** Of rules that are no more, and in classes that are no more, nothing will be found again. */
    private boolean isDecided(Fingerprint fingerprint, Map<String, Boolean> classes) {
        boolean known = names(i -> true).contains(fingerprint.rule());
        boolean judged =
                program.project().isJudged(fingerprint.type()) || classes.getOrDefault(fingerprint.type(), false);
        return !known || decided.contains(fingerprint.rule()) && judged;
    }
}
