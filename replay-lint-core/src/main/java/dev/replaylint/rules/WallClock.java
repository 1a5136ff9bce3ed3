package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports clocks that are read in replayed code. */
final class WallClock implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("wall-clock", Severity.ERROR, "0.1.0", "clock read in replayed code");

    private static final VaryingValue CALLS = new VaryingValue(
            Effect.CLOCK,
            "returns another time on every replay",
            "read the clock inside a step and use the step's result; the new step shifts the operations after it in running executions");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        CALLS.check(context);
    }
}
