package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that shift the positions of those that running executions have run. */
final class InsertedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "inserted-operation",
            Severity.ERROR,
            "0.1.0",
            "an operation that is put before recorded ones, or runs more often than recorded",
            RuleInfo.Group.BREAK);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        InFlight.report(context, Drift.Kind.INSERTED, InsertedOperation::diagnosis);
    }

    private static Diagnosis diagnosis(Drift drift) {
        String message = switch (drift.how()) {
            case CONTEXT -> drift.operation() + " is now around " + drift.other() + ", " + context(drift);
            case LOOP ->
                drift.operation() + " is now in a loop, so an execution in flight "
                        + (drift.outcome() == Drift.Outcome.FAILS
                                ? "fails as non-deterministic unless the loop runs once"
                                : "leaves its result unused if the loop does not run");
            case CONDITION ->
                drift.operation() + " no longer depends on a condition, so an execution in flight that"
                        + " skipped it fails as non-deterministic";
            default -> drift.operation() + " now comes before " + drift.other() + ", " + plain(drift);
        };
        return InFlight.broken(drift, message, "start the operation after all others of its `DurableContext`");
    }

    private static String plain(Drift drift) {
        return drift.outcome() == Drift.Outcome.TAKES_RESULT
                ? "so an execution in flight silently takes the result of an equal neighbour for its own"
                : "so an execution in flight that is past it fails as non-deterministic on replay";
    }

    private static String context(Drift drift) {
        return drift.outcome() == Drift.Outcome.RUNS_AGAIN
                ? "so an execution in flight runs " + drift.other() + " once more"
                : InFlight.FAILS;
    }
}
