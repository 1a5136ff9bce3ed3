package dev.replaylint.rules;

import dev.replaylint.durable.loop.Quota;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.settings.Tried;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that are tried again for ever, or more often than one execution can. */
final class UnboundedRetry implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unbounded-retry",
            Severity.ERROR,
            "0.1.0",
            "a retry or wait strategy with no last attempt, or with one that no execution reaches");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Tried tried : context.model().deliveries().tried()) {
            if (!Quota.allows(tried.attempts())) {
                context.report(tried.path(), diagnosis(tried));
            }
        }
    }

    private static Diagnosis diagnosis(Tried tried) {
        String label = tried.operation().label();
        boolean polls = tried.operation().kind() == OperationKind.WAIT_FOR_CONDITION;
        return new Diagnosis(Severity.ERROR, label, message(tried.attempts(), label, polls), help(polls));
    }

    private static String message(Attempts attempts, String label, boolean polls) {
        String each = (polls ? "poll" : "attempt") + " is one of the " + Quota.TEXT + " operations of an execution";
        String more = polls ? "another poll" : "another attempt";
        return attempts instanceof Attempts.Known known
                ? label + " is tried up to " + Quota.text(known.most()) + " times, and each " + each
                : "the strategy of " + label + " always allows " + more + ", and each " + each;
    }

    private static String help(boolean polls) {
        return polls
                ? "give it a last poll: `WaitStrategies.fixedDelay(maxAttempts, …)`, or a"
                        + " `WaitForConditionFailedException` from some `attempt` on"
                : "give it a last attempt: `RetryStrategies.exponentialBackoff(maxAttempts, …)`, or"
                        + " `RetryDecision.fail()` from some `attempt` on";
    }
}
