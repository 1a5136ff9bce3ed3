package dev.replaylint.rules;

import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.durable.suspension.Action;
import dev.replaylint.durable.suspension.Catch;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports catch clauses that compensate for failures, and do so for a replay that the SDK only breaks off. */
final class BroadCatchCompensation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "broad-catch-compensation",
            Severity.WARNING,
            "0.1.0",
            "compensation in a catch clause that also catches the SDK's own failures");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Catch caught : context.model().failures().catches(Signal.UNRECOVERABLE)) {
            boolean clause = !caught.handler().isFinally() && caught.closing().isEmpty();
            if (clause && !caught.actions().isEmpty() && !swallows(caught, context)) {
                Action action = caught.actions().get(0);
                context.report(
                        caught.site(),
                        caught.visit(),
                        caught.handler().location(),
                        action.way(),
                        diagnosis(caught, action));
            }
        }
    }

    /** Whether the same types of the clause also take suspensions for failures: that is worse, and the remedy is the same. */
    private static boolean swallows(Catch caught, RuleContext context) {
        return context.model().failures().catches(Signal.SUSPENSION).stream()
                .anyMatch(c -> c.handler() == caught.handler()
                        && c.lost().isPresent()
                        && c.types().equals(caught.types()));
    }

    private static Diagnosis diagnosis(Catch caught, Action action) {
        return new Diagnosis(
                Severity.WARNING,
                caught.label(),
                caught.label() + " also runs " + action.label() + " when replay of "
                        + caught.suspension().label()
                        + " takes another way or its checkpoint cannot be written, although nothing failed",
                "catch `DurableOperationException` or your own exception, or rethrow"
                        + " `UnrecoverableDurableExecutionException` in a clause before");
    }
}
