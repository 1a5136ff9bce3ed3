package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports what the manifest does not know yet, and handlers that only the manifest knows. */
final class UnrecordedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unrecorded-operation",
            Severity.WARNING,
            "0.1.0",
            "an operation or handler that is not in the manifest, or a handler that is only there",
            RuleInfo.Group.RECORD);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        InFlight.report(context, Drift.Kind.UNRECORDED, UnrecordedOperation::diagnosis);
    }

    private static Diagnosis diagnosis(Drift drift) {
        if (!drift.breaks()) {
            String message = drift.operation() + " is not recorded, so nothing tells when a later change of it breaks"
                    + " executions in flight";
            return InFlight.unrecorded(drift, message, "record it with ");
        }
        if (drift.other().isEmpty()) {
            String message = drift.operation() + " is recorded and no longer in the code, so its executions in flight"
                    + " cannot go on";
            return InFlight.gone(drift, message, "keep the `DurableHandler` until its executions have ended");
        }
        String message =
                drift.operation() + " is not recorded, and " + drift.other() + " with the same operations is gone";
        return InFlight.unrecorded(
                drift,
                message,
                "name the old and the new class under `manifest.handlers` in `replay-lint.yml`, then run ");
    }
}
