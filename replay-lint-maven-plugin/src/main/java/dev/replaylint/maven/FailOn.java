package dev.replaylint.maven;

import dev.replaylint.rule.Severity;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The mildest severity that fails the build.
 *
 * @param threshold empty if none does
 */
record FailOn(Optional<Severity> threshold) {

    static final FailOn NEVER = new FailOn(Optional.empty());

    static FailOn parse(String text) throws MojoExecutionException {
        if (text.equalsIgnoreCase("never")) {
            return NEVER;
        }
        Optional<Severity> severity = Severity.of(text.strip());
        if (severity.isEmpty()) {
            throw new MojoExecutionException(
                    "replay-lint.failOn is `" + text + "`; it can be error, warning, info or never");
        }
        return new FailOn(severity);
    }

    String label() {
        return threshold.map(Severity::label).orElse("never");
    }
}
