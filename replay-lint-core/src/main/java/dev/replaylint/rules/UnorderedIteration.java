package dev.replaylint.rules;

import dev.replaylint.durable.UnorderedUse;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations whose order or choice hangs on a collection without a fixed order. */
final class UnorderedIteration implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unordered-iteration", Severity.ERROR, "0.1.0", "operations in the order of a collection that has none");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (UnorderedUse use : context.model().unorderedUses()) {
            context.report(use.site(), use.visit(), use.location(), diagnosis(use));
        }
    }

    private static Diagnosis diagnosis(UnorderedUse use) {
        return new Diagnosis(
                Severity.ERROR,
                use.source(),
                "`" + use.source() + "` has no fixed order, and " + use.consequence(),
                "use a list, a sorted or a linked collection, or sort before the operations");
    }
}
