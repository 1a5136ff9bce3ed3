package dev.replaylint.rules;

import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.program.Site;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/**
 * How bad it is that a value differs on replay, by what it reaches.
 *
 * @param message what was said of the value, and what it reaches
 */
record Consequence(Severity severity, String message) {

    private static final String OF_LOGS =
            "leave it, or take the value from a new step if the lines are to show what the first run saw; the step shifts the"
                    + " operations after it in running executions";

    /** What to do about it: the usual thing, unless it does no harm. */
    String help(String usual) {
        return severity == Severity.INFO ? OF_LOGS : usual;
    }

    static Consequence of(Site value, String statement, ReplayModel model) {
        Optional<Reached> reached = model.reach(value);
        if (reached.isPresent()) {
            return new Consequence(
                    Severity.ERROR,
                    statement + ", and its value " + reached.get().phrase());
        }
        return switch (model.ending(value)) {
            case LOGGED -> new Consequence(Severity.INFO, statement + ", and only log lines depend on it");
            case UNUSED -> new Consequence(Severity.INFO, statement + ", and at most log lines depend on it");
            default -> new Consequence(Severity.WARNING, statement);
        };
    }
}
