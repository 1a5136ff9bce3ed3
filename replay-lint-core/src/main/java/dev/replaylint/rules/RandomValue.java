package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports random values and identities that are made in replayed code. */
final class RandomValue implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("random-value", Severity.ERROR, "0.1.0", "random value made in replayed code");

    private static final VaryingValue CALLS = new VaryingValue(
            Effect.RANDOM,
            "gives another value on every replay",
            "make the value inside a step and use the step's result; the new step shifts the operations after it in running executions");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        CALLS.check(context);
    }
}
