package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that moved to another position. */
final class ReorderedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "reordered-operation",
            Severity.ERROR,
            "0.1.0",
            "an operation that stands elsewhere than recorded",
            RuleInfo.Group.BREAK);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        InFlight.report(context, Drift.Kind.REORDERED, ReorderedOperation::diagnosis);
    }

    private static Diagnosis diagnosis(Drift drift) {
        String where =
                drift.other().isEmpty() ? " now stands in another context, " : " now comes " + drift.other() + ", ";
        String outcome = drift.outcome() == Drift.Outcome.RUNS_AGAIN
                ? "so an execution in flight leaves its result unused and runs it once more"
                : InFlight.FAILS;
        String message = drift.operation() + where + outcome;
        return InFlight.broken(drift, message, "start operations in the recorded order on their `DurableContext`");
    }
}
