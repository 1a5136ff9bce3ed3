package dev.replaylint.mutation;

import dev.replaylint.rule.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Shares of a run.
 *
 * @param outcomes of the run
 */
record Score(List<Outcome> outcomes) {

    static final Set<String> NEAR = Set.of("inline", "local");
    static final Set<String> SAME_CLASS = Set.of("private-helper", "instance-helper", "helper-chain", "overload");
    static final Set<String> OTHER_CLASS = Set.of(
            "other-class", "base-class", "interface", "default-method", "collaborator", "enum-strategy", "library");

    /** The share of certain defects at these placements that is found, in per cent. */
    double certain(Set<String> placements) {
        return share(k -> k.grade() == Mutant.Grade.CERTAIN && placements.contains(k.placement()));
    }

    /** The share of changed operations that is noticed, in per cent. */
    double drift() {
        return share(k -> k.grade() == Mutant.Grade.DRIFT);
    }

    /** The share of all defects that is found, in per cent. */
    double overall() {
        return share(k -> true);
    }

    private double share(Predicate<Mutant.Kind> kinds) {
        List<Outcome> asked = outcomes.stream()
                .filter(o -> o.written().mutant().isDefect())
                .filter(o -> kinds.test(o.written().mutant().kind()))
                .toList();
        return 100.0 * asked.stream().filter(Outcome::isFound).count() / Math.max(1, asked.size());
    }

    /** What is wrong about changes that mean nothing. */
    List<String> noise() {
        return outcomes.stream()
                .filter(o -> !o.written().mutant().isDefect() && !o.isGood())
                .map(Score::text)
                .toList();
    }

    /** What is reported of defects, and is wrong. */
    List<String> falseAlarms() {
        return outcomes.stream()
                .filter(o -> o.written().mutant().isDefect() && !o.falseAlarms().isEmpty())
                .map(Score::text)
                .toList();
    }

    /** Defects that are not found. */
    List<String> survivors() {
        return outcomes.stream()
                .filter(o -> o.written().mutant().isDefect() && !o.isFound())
                .map(Score::text)
                .toList();
    }

    private static String text(Outcome outcome) {
        StringBuilder text = new StringBuilder()
                .append(outcome.fromSources() ? "sources: " : "classes: ")
                .append(outcome.written().mutant())
                .append(outcome.sameOperations() ? "" : " (other operations)");
        for (Finding finding : outcome.findings()) {
            text.append("\n    ")
                    .append(finding.rule())
                    .append(' ')
                    .append(finding.location().file())
                    .append(':');
            text.append(finding.location().line()).append(' ').append(finding.message());
        }
        return text.toString();
    }

    /** The figures, in a few lines. */
    String summary() {
        long defects =
                outcomes.stream().filter(o -> o.written().mutant().isDefect()).count();
        return """
                %d outcomes of defects, %d of others
                found: inline %.1f %%, same class %.1f %%, other class %.1f %%, drift %.1f %%, overall %.1f %%
                survivors %d, defects with false alarms %d, neutral changes with noise %d
                """.formatted(
                        defects,
                        outcomes.size() - defects,
                        certain(NEAR),
                        certain(SAME_CLASS),
                        certain(OTHER_CLASS),
                        drift(),
                        overall(),
                        survivors().size(),
                        falseAlarms().size(),
                        noise().size());
    }
}
