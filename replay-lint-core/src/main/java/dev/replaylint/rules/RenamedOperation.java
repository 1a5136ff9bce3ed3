package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that got another name than running executions know them by. */
final class RenamedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "renamed-operation",
            Severity.ERROR,
            "0.1.0",
            "an operation whose name is another than recorded",
            RuleInfo.Group.BREAK);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        InFlight.report(context, Drift.Kind.RENAMED, RenamedOperation::diagnosis);
    }

    private static Diagnosis diagnosis(Drift drift) {
        String message = drift.operation() + " was recorded as " + drift.other() + ", " + InFlight.FAILS;
        return InFlight.broken(drift, message, "give the operation the name that is recorded");
    }
}
