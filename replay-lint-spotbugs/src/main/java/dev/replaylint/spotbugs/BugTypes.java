package dev.replaylint.spotbugs;

import dev.replaylint.rule.Severity;
import edu.umd.cs.findbugs.Priorities;
import java.util.Locale;

/** What SpotBugs calls rules and severities. */
final class BugTypes {

    /** The category of all bugs. */
    static final String CATEGORY = "REPLAY_SAFETY";

    private static final String PREFIX = "REPLAY_";

    private BugTypes() {}

    /** The bug type of a rule: {@code REPLAY_WALL_CLOCK} of {@code wall-clock}. */
    static String of(String rule) {
        return PREFIX + rule.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /**
     * The priority of a finding. SpotBugs adds 0, 2 or 5 to the rank of the bug type for high, normal and low; hosts leave low ones
     * out unless they are asked for.
     */
    static int priority(Severity severity) {
        return switch (severity) {
            case ERROR -> Priorities.HIGH_PRIORITY;
            case WARNING -> Priorities.NORMAL_PRIORITY;
            case INFO -> Priorities.LOW_PRIORITY;
        };
    }
}
