package dev.replaylint;

import dev.replaylint.rule.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the code is compared with the committed manifest.
 *
 * @param severity of changes that break running executions; empty switches the comparison off
 * @param required whether operations that are not recorded yet are errors, and so a missing manifest
 * @param handlers handlers that got another name: the recorded name, and the one of now
 */
public record ManifestSettings(Optional<Severity> severity, boolean required, SortedMap<String, String> handlers) {

    public ManifestSettings {
        handlers = Collections.unmodifiableSortedMap(new TreeMap<>(handlers));
    }

    /** What holds when nothing is configured. */
    public static ManifestSettings defaults() {
        return new ManifestSettings(Optional.of(Severity.ERROR), false, new TreeMap<>());
    }

    /** The same with another severity. */
    public ManifestSettings withSeverity(Optional<Severity> other) {
        return new ManifestSettings(other, required, handlers);
    }

    /** The same, required or not. */
    public ManifestSettings withRequired(boolean other) {
        return new ManifestSettings(severity, other, handlers);
    }

    /** The same with these names. */
    public ManifestSettings withHandlers(Map<String, String> others) {
        return new ManifestSettings(severity, required, new TreeMap<>(others));
    }
}
