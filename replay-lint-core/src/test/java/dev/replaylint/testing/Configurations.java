package dev.replaylint.testing;

import dev.replaylint.Configuration;
import dev.replaylint.Exclusions;
import dev.replaylint.ManifestSettings;
import dev.replaylint.rule.Budget;
import dev.replaylint.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Configurations that differ from the defaults in one thing. */
public final class Configurations {

    private Configurations() {}

    public static Configuration severities(Map<String, Optional<Severity>> severities) {
        return of(severities, List.of(), Exclusions.NONE, List.of());
    }

    /** Without these files. */
    public static Configuration withoutFiles(Map<String, Optional<Severity>> severities, List<String> excludes) {
        return of(severities, excludes, Exclusions.NONE, List.of());
    }

    /** Without the classes of a pattern. */
    public static Configuration withoutClasses(String pattern, String reason) {
        return of(Map.of(), List.of(), new Exclusions(new TreeMap<>(Map.of(pattern, reason))), List.of());
    }

    public static Configuration effects(String... lines) {
        return of(Map.of(), List.of(), Exclusions.NONE, List.of(lines));
    }

    private static Configuration of(
            Map<String, Optional<Severity>> severities,
            List<String> excludes,
            Exclusions exclusions,
            List<String> effects) {
        return new Configuration(
                severities, List.of(), excludes, exclusions, effects, ManifestSettings.defaults(), Budget.ofService());
    }
}
