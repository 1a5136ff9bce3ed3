package dev.replaylint.rules;

import dev.replaylint.durable.loop.Quota;
import dev.replaylint.durable.tree.OperationLoop;
import dev.replaylint.durable.tree.OperationLoop.End;
import dev.replaylint.durable.tree.Spans;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.OptionalLong;

/** Reports loops that ask and wait by themselves. */
final class PollingLoop implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "polling-loop", Severity.WARNING, "0.1.0", "a loop that asks and waits until the answer is right");

    private static final String HELP =
            "poll with `ctx.waitForCondition` and a last attempt in its `WaitStrategies`, or let the other side answer a"
                    + " `ctx.waitForCallback` with a timeout, where that takes long; running executions fail when they meet"
                    + " the new operation, so let them end first";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (OperationLoop loop : context.model().naming().loops()) {
            if (loop.end() == End.POLLED) {
                context.report(loop.place().site(), loop.place().visit(), diagnosis(loop));
            }
        }
    }

    private static Diagnosis diagnosis(OperationLoop loop) {
        OptionalLong most = loop.most().number();
        return new Diagnosis(
                loop.most().isUnbounded() ? Severity.WARNING : Severity.INFO, "loop", message(loop, most), HELP);
    }

    private static String message(OperationLoop loop, OptionalLong most) {
        OptionalLong round = loop.round().number();
        // In one round a state machine may ask, and in another wait.
        String does = round.orElse(0) == 1
                ? "asks or waits with one operation"
                : "asks and waits with " + (round.isPresent() ? round.getAsLong() + " " : "") + "operations";
        String costs = "each round of this loop " + does + ", where a poll of `waitForCondition` is one";
        if (most.isPresent()) {
            return costs + ", up to " + Quota.text(most.getAsLong()) + " times";
        }
        if (!loop.most().isUnbounded()) {
            return loop.sizes().isEmpty()
                    ? costs
                    : costs + ", and only the " + String.join(" and the ", loop.sizes()) + " bound how often";
        }
        OptionalLong rounds = loop.fitting();
        if (rounds.isEmpty()) {
            return costs + ", until the " + Quota.TEXT + " of an execution are used up";
        }
        String after = Spans.ofWaiting(loop.lasting());
        return costs + ": the " + Quota.TEXT + " of an execution are used up after " + Quota.text(rounds.getAsLong())
                + " rounds" + after;
    }
}
