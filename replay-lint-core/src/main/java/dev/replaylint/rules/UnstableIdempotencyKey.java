package dev.replaylint.rules;

import dev.replaylint.durable.key.GivenKey;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports idempotency keys that another attempt has not, or that other executions have as well. */
final class UnstableIdempotencyKey implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unstable-idempotency-key",
            Severity.ERROR,
            "0.1.0",
            "an idempotency key that changes between attempts, or that executions share");

    private static final String STABLE =
            "make the key from the input or from `getExecutionArn()`, or in a step of its own before this one; such a step"
                    + " shifts the operations after it in running executions";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (GivenKey key : context.model().deliveries().faultyKeys()) {
            context.report(key.path(), diagnosis(key));
        }
    }

    private static Diagnosis diagnosis(GivenKey key) {
        return switch (key.fault()) {
            case VARYING ->
                new Diagnosis(
                        Severity.ERROR,
                        key.name(),
                        key.made() + " gives `" + key.name()
                                + "` another value in every attempt, and so the repeated call counts as a new one",
                        STABLE);
            case OF_SANDBOX ->
                new Diagnosis(
                        Severity.ERROR,
                        key.name(),
                        key.made()
                                + " gives each sandbox another value, and so a call that is repeated in another one, with another `"
                                + key.name() + "`, counts as a new one",
                        STABLE);
            case OF_RETRY ->
                new Diagnosis(
                        Severity.WARNING,
                        key.name(),
                        key.made() + " gives `" + key.name()
                                + "` another value in every attempt, and so a call whose answer was lost counts as a new one",
                        STABLE);
            case COLLIDING ->
                new Diagnosis(
                        Severity.ERROR,
                        key.name(),
                        "`" + key.name() + "` is given " + key.made()
                                + " alone, which every execution has, and so one execution's call counts as another's",
                        "add `getExecutionArn()` or an id from the input to the key");
        };
    }
}
