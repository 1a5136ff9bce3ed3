package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.program.Location;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.Severity;
import java.util.function.Function;

/** Reports what the manifest rules have in common: differences of one kind, told as what becomes of an execution in flight. */
final class InFlight {

    /** What an execution in flight does at the position of another operation. */
    static final String FAILS = "so an execution in flight fails as non-deterministic on replay";

    private static final String COMMAND = "mvn replay-lint:update-manifest";

    private InFlight() {}

    /** Reports the differences of a kind. */
    static void report(RuleContext context, Drift.Kind kind, Function<Drift, Diagnosis> diagnosis) {
        for (Drift drift : context.drifts()) {
            if (drift.kind() == kind) {
                report(context, drift, diagnosis.apply(drift));
            }
        }
    }

    private static void report(RuleContext context, Drift drift, Diagnosis diagnosis) {
        if (drift.place().isPresent()) {
            Place place = drift.place().get();
            context.report(place.site(), place.visit(), diagnosis);
        } else {
            Location recorded = drift.recorded().orElseThrow();
            context.report(drift.handler(), recorded, diagnosis);
        }
    }

    /** A difference that breaks executions in flight; {@code remedy} is what else one can do. */
    static Diagnosis broken(Drift drift, String message, String remedy) {
        return new Diagnosis(Severity.ERROR, subject(drift), message, help(remedy));
    }

    /** A handler that is only recorded. */
    static Diagnosis gone(Drift drift, String message, String remedy) {
        return new Diagnosis(Severity.WARNING, subject(drift), message, help(remedy));
    }

    private static String help(String remedy) {
        return remedy + "; or let executions in flight end behind a version or alias and record the break with `"
                + COMMAND + " -Dreplay-lint.acceptBreaking -Dreplay-lint.reason=…`";
    }

    /** A difference that is only not recorded. */
    static Diagnosis unrecorded(Drift drift, String message, String help) {
        return new Diagnosis(Severity.WARNING, subject(drift), message, help + "`" + COMMAND + "`");
    }

    private static String subject(Drift drift) {
        return drift.operation() + " " + drift.how() + " " + drift.other();
    }
}
