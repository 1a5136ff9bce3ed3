package dev.replaylint.rules;

import dev.replaylint.durable.RepeatedEffects;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports steps with several effects, of which another attempt repeats those that were made before it failed. */
final class SeveralEffectsInStep implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "several-effects-in-step",
            Severity.INFO,
            "0.1.0",
            "several effects that one step makes, and repeats together");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (RepeatedEffects effects : context.model().deliveries().repeatedEffects()) {
            context.report(effects.path(), diagnosis(effects));
        }
    }

    private static Diagnosis diagnosis(RepeatedEffects effects) {
        String first = "`" + effects.first().name() + "`";
        String next = "`" + effects.next().name() + "`";
        String again = " fails, another attempt of " + effects.step().label() + " makes ";
        return new Diagnosis(
                Severity.INFO,
                effects.step().label(),
                first.equals(next)
                        ? "when the second " + next + again + "the first one again"
                        : "when " + next + again + first + " again",
                "give each effect a step of its own, or a key that makes it repeatable; a new step shifts the operations"
                        + " after it in running executions");
    }
}
