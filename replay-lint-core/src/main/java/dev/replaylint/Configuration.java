package dev.replaylint;

import dev.replaylint.rule.Budget;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a user can set, with its default. Immutable; the only place where defaults live.
 *
 * @param severities severity per rule name, overriding the rule's own; {@code Optional.empty()} switches a rule off
 * @param includes globs on source-root-relative paths; empty means every file
 * @param excludes globs on source-root-relative paths, applied after the includes
 * @param exclusions classes that are not judged
 * @param effects catalogue entries of the user's own, in the format of the catalogue's data files
 * @param manifest how the code is compared with the committed manifest
 * @param budget how many operations one execution may make
 */
public record Configuration(
        Map<String, Optional<Severity>> severities,
        List<String> includes,
        List<String> excludes,
        Exclusions exclusions,
        List<String> effects,
        ManifestSettings manifest,
        Budget budget) {

    public Configuration {
        severities = Map.copyOf(severities);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        effects = List.copyOf(effects);
    }

    /** What holds when nothing is configured. */
    public static Configuration defaults() {
        return new Configuration(
                Map.of(),
                List.of(),
                List.of(),
                Exclusions.NONE,
                List.of(),
                ManifestSettings.defaults(),
                Budget.ofService());
    }

    /** The same with another comparison. */
    public Configuration with(ManifestSettings other) {
        return new Configuration(severities, includes, excludes, exclusions, effects, other, budget);
    }

    /** Whether a rule is switched off. */
    boolean isOff(RuleInfo rule) {
        return severities.containsKey(rule.name())
                && severities.get(rule.name()).isEmpty();
    }

    /** What replaces the severity that a rule reports; empty if nothing does. */
    Optional<Severity> severity(RuleInfo rule) {
        if (severities.containsKey(rule.name())) {
            return severities.get(rule.name());
        }
        return switch (rule.group()) {
            case CODE, SUPPRESSION -> Optional.empty();
            case BREAK -> manifest.severity();
            case RECORD -> manifest.required() ? Optional.of(Severity.ERROR) : Optional.empty();
        };
    }
}
