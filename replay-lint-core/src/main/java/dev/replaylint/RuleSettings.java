package dev.replaylint;

import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.RuleInfo.Group;
import dev.replaylint.rule.Severity;
import dev.replaylint.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How severe rules are, and where that is said.
 *
 * @param origins where settings are made, by their names in {@code replay-lint.yml}, such as {@code severities.wall-clock} or {@code
 *     manifest.severity}; those that are not in it have their defaults
 */
public record RuleSettings(Configuration configuration, Map<String, String> origins) {

    private static final String MANIFEST = "manifest.severity";

    public RuleSettings {
        origins = Map.copyOf(origins);
    }

    /**
     * The setting of one rule.
     *
     * @param severity that it reports, or the worst if it was not set; empty if the rule is off
     */
    public record Setting(RuleInfo rule, Optional<Severity> severity, String origin) {}

    /** All rules, by name. */
    public List<Setting> all() {
        return Rules.infos().stream().map(this::of).toList();
    }

    private Setting of(RuleInfo rule) {
        boolean off = configuration.isOff(rule) || isNotCompared(rule);
        Severity severity = configuration.severity(rule).orElse(rule.severity());
        return new Setting(
                rule, off ? Optional.empty() : Optional.of(severity), origins.getOrDefault(name(rule), "default"));
    }

    private boolean isNotCompared(RuleInfo rule) {
        boolean ofTheManifest = rule.group() == Group.BREAK || rule.group() == Group.RECORD;
        return ofTheManifest && configuration.manifest().severity().isEmpty();
    }

    /** The setting that decides. */
    private String name(RuleInfo rule) {
        if (isNotCompared(rule)) {
            return MANIFEST;
        }
        if (configuration.severities().containsKey(rule.name())) {
            return "severities." + rule.name();
        }
        return rule.group() == Group.BREAK ? MANIFEST : rule.group() == Group.RECORD ? "requireManifest" : "";
    }
}
