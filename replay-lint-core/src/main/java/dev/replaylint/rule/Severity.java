package dev.replaylint.rule;

import java.util.Locale;
import java.util.Optional;

/** What replay does with reported code, worst first. */
public enum Severity {
    /** Replay diverges, or an effect is repeated or lost. */
    ERROR,
    /** It may. */
    WARNING,
    /** Only output is duplicated or a check weakened. */
    INFO;

    /** {@code error}, {@code warning} or {@code info}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is as bad as {@code threshold} or worse. */
    public boolean atLeast(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    /** The severity with this label, in any case; empty if there is none. */
    public static Optional<Severity> of(String label) {
        for (Severity severity : values()) {
            if (severity.label().equalsIgnoreCase(label)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
