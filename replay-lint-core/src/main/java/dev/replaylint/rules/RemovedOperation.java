package dev.replaylint.rules;

import dev.replaylint.durable.Drift;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that running executions may have run and that are gone, wholly or in some executions. */
final class RemovedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "removed-operation",
            Severity.ERROR,
            "0.1.0",
            "a recorded operation that is gone or depends on more than recorded",
            RuleInfo.Group.BREAK);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        InFlight.report(context, Drift.Kind.REMOVED, RemovedOperation::diagnosis);
    }

    private static Diagnosis diagnosis(Drift drift) {
        String message = switch (drift.how()) {
            case CONTEXT -> drift.operation() + " is no longer around " + drift.other() + ", " + context(drift);
            case LOOP ->
                drift.operation() + " is no longer in a loop, so an execution in flight that ran it more"
                        + " than once " + (fails(drift) ? "fails as non-deterministic" : "leaves results unused");
            case CONDITION ->
                drift.operation() + " now depends on a condition, so an execution in flight that ran"
                        + " it and misses the condition "
                        + (fails(drift) ? "fails as non-deterministic" : "leaves its result unused");
            default -> drift.operation() + " is gone" + plain(drift);
        };
        return InFlight.broken(drift, message, "keep the operation until no execution in flight has run it");
    }

    private static String plain(Drift drift) {
        return switch (drift.outcome()) {
            case TAKES_RESULT -> ", so an execution in flight silently takes its result for that of an equal neighbour";
            case ORPHANED -> ", so an execution in flight silently leaves its result unused";
            default -> " and " + drift.other() + " takes its position, " + InFlight.FAILS;
        };
    }

    private static String context(Drift drift) {
        return drift.outcome() == Drift.Outcome.RUNS_AGAIN
                ? "so an execution in flight runs " + drift.other() + " once more"
                : InFlight.FAILS;
    }

    private static boolean fails(Drift drift) {
        return drift.outcome() == Drift.Outcome.FAILS;
    }
}
