package dev.replaylint.rule;

import dev.replaylint.program.Location;
import dev.replaylint.program.MethodKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that goes wrong on replay.
 *
 * @param rule name of the rule
 * @param severity how bad it is here
 * @param location deepest place in the user's own code: where the edit goes
 * @param member {@code Class.method} the location is in
 * @param message what replay does to this code: one lower-case sentence, code in backticks
 * @param path frames from the handler to the cause; the last may be in a library
 * @param help an imperative: what to do instead
 * @param fingerprint identity that survives moved lines; equal findings in one member share it
 * @param reaches the operation that what is reported has an influence on; empty if there is none
 * @param method the named method the location is in; empty if it is not in code
 */
public record Finding(
        String rule,
        Severity severity,
        Location location,
        String member,
        String message,
        List<Frame> path,
        String help,
        String fingerprint,
        Optional<Location> reaches,
        Optional<MethodKey> method)
        implements Comparable<Finding> {

    /** By file, line, column, severity, rule and message. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::location)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    /** The order in which people want to see findings. */
    public static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::severity).thenComparing(ORDER);

    public Finding {
        path = List.copyOf(path);
    }

    /** A finding that is not in code, and has no influence on an operation. */
    public Finding(
            String rule,
            Severity severity,
            Location location,
            String member,
            String message,
            List<Frame> path,
            String help,
            String fingerprint) {
        this(rule, severity, location, member, message, path, help, fingerprint, Optional.empty(), Optional.empty());
    }

    /** The same with another severity. */
    public Finding with(Severity other) {
        return new Finding(rule, other, location, member, message, path, help, fingerprint, reaches, method);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
