package dev.replaylint.rules;

import dev.replaylint.durable.settings.UnfitDuration;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports durations that are refused, or cut to whole seconds. */
final class ShortDuration implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "short-duration", Severity.ERROR, "0.1.0", "a duration that is refused, or cut to whole seconds");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (UnfitDuration duration : context.model().deliveries().setups().wrongDurations()) {
            context.report(duration.path(), diagnosis(duration));
        }
    }

    private static Diagnosis diagnosis(UnfitDuration duration) {
        String given = "`" + duration.call() + "` is given `" + duration.given() + "`, ";
        if (duration.isTooShort()) {
            return new Diagnosis(
                    Severity.ERROR,
                    duration.call(),
                    given + "less than the second that is the shortest time a suspended execution can wait, and fails",
                    "give a `Duration` of whole seconds, one at least");
        }
        if (duration.isTooLong()) {
            return new Diagnosis(
                    Severity.ERROR,
                    duration.call(),
                    given + "more than the `" + duration.most()
                            + "` that the service takes, and the execution fails for good",
                    "wait in several steps of whole days, each shorter than the limit; more operations shift the"
                            + " positions of those after them in running executions");
        }
        return new Diagnosis(
                Severity.WARNING,
                duration.call(),
                given + "of which the fraction of a second is dropped",
                "give a `Duration` of whole seconds");
    }
}
