package dev.replaylint.rules;

import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppression;
import dev.replaylint.rule.Suppression.State;

/** Reports suppressions of which nobody says why. */
final class UnexplainedSuppression implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unexplained-suppression",
            Severity.INFO,
            "0.1.0",
            "a suppression without a reason",
            RuleInfo.Group.SUPPRESSION);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Suppression suppression : context.suppressions()) {
            boolean holds = suppression.state() == State.USED || suppression.state() == State.UNDECIDED;
            if (holds && suppression.reason().isEmpty()) {
                context.report(suppression, diagnosis(suppression));
            }
        }
    }

    private static Diagnosis diagnosis(Suppression suppression) {
        String rule = suppression.rule();
        return new Diagnosis(
                Severity.INFO,
                rule,
                "`" + rule + "` is suppressed without a reason, so nobody can tell whether that still holds",
                "say why: `" + suppression.form().example(rule) + "`");
    }
}
