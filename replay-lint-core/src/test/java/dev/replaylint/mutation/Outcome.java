package dev.replaylint.mutation;

import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one front end says about one mutant.
 *
 * @param written the mutant
 * @param fromSources which front end
 * @param findings what it reports in the mutant's files
 * @param sameOperations whether the operations are those of the unit before the change
 */
record Outcome(Written written, boolean fromSources, List<Finding> findings, boolean sameOperations) {

    private static final Set<String> DRIFT = Set.of(
            "renamed-operation",
            "removed-operation",
            "inserted-operation",
            "reordered-operation",
            "retyped-operation",
            "unrecorded-operation");

    /** Whether a finding is about what is recorded. */
    static boolean isOfManifest(Finding finding) {
        return DRIFT.contains(finding.rule());
    }

    private Mutant.Kind kind() {
        return written.mutant().kind();
    }

    /** Whether the defect is reported, where it is and by a rule that knows it; as an error, if it is certain. */
    boolean isFound() {
        return findings.stream()
                .filter(f -> kind().rules().contains(f.rule()) && isExpectedAt(f))
                .anyMatch(f -> kind().grade() != Mutant.Grade.CERTAIN || f.severity() == Severity.ERROR);
    }

    private boolean isExpectedAt(Finding finding) {
        return kind().grade() == Mutant.Grade.DRIFT || isAt(finding, written.marked());
    }

    private static boolean isAt(Finding finding, Map<String, Set<Integer>> lines) {
        return lines.getOrDefault(finding.location().file(), Set.of())
                .contains(finding.location().line());
    }

    /** What is reported and wrong. */
    List<Finding> falseAlarms() {
        return findings.stream().filter(f -> !isRight(f)).toList();
    }

    private boolean isRight(Finding finding) {
        if (kind().grade() == Mutant.Grade.DRIFT) {
            return DRIFT.contains(finding.rule());
        }
        return isExpectedAt(finding) && kind().rules().contains(finding.rule())
                || isAt(finding, written.added()) && kind().allowed().contains(finding.rule())
                || isExpectedAt(finding) && kind().allowed().contains(finding.rule());
    }

    /** Whether all is as it should be. */
    boolean isGood() {
        boolean found = !written.mutant().isDefect() || isFound();
        boolean same = kind().grade() != Mutant.Grade.NEUTRAL || sameOperations;
        return found && same && falseAlarms().isEmpty();
    }
}
