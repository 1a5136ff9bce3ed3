package dev.replaylint.maven;

import dev.replaylint.rule.Severity;

/**
 * A line for the build's log, before that makes something of its level and its colours.
 *
 * @param strong its beginning, which stands out where the console has colours; may be empty
 */
record Line(Severity severity, String strong, String rest) {

    static Line info(String text) {
        return new Line(Severity.INFO, "", text);
    }

    static Line warning(String text) {
        return new Line(Severity.WARNING, "", text);
    }

    void print(SafeLog log) {
        if (strong.isEmpty()) {
            log.at(severity, rest);
        } else {
            log.at(severity, strong, rest);
        }
    }
}
