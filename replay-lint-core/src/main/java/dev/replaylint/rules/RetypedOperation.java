package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations of another kind at the position of recorded ones. */
final class RetypedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "retyped-operation",
            Severity.ERROR,
            "0.1.0",
            "an operation of another kind than recorded",
            RuleInfo.Group.BREAK);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        InFlight.report(context, Drift.Kind.RETYPED, RetypedOperation::diagnosis);
    }

    private static Diagnosis diagnosis(Drift drift) {
        String outcome = drift.outcome() == Drift.Outcome.RUNS_AGAIN
                ? "so an execution in flight runs what is inside it once more"
                : InFlight.FAILS;
        String message = drift.operation() + " was recorded as " + drift.other() + ", " + outcome;
        return InFlight.broken(
                drift,
                message,
                "keep the recorded kind, and start the new operation at the end of its `DurableContext`");
    }
}
