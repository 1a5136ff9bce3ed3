package dev.replaylint.rules;

import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppression;

/** Reports suppressions that suppress nothing. */
final class StaleSuppression implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "stale-suppression",
            Severity.INFO,
            "0.1.0",
            "a suppression that suppresses nothing",
            RuleInfo.Group.SUPPRESSION);

    private static final String EXAMPLE = "wall-clock";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Suppression suppression : context.suppressions()) {
            String rule = "`" + suppression.rule() + "`";
            switch (suppression.state()) {
                case STALE ->
                    report(
                            context,
                            suppression,
                            "there is nothing that " + rule + " reports here, so this suppresses only what comes later",
                            "remove the suppression");
                case UNKNOWN ->
                    report(
                            context,
                            suppression,
                            "there is no rule " + rule + ", so this suppresses nothing",
                            suppression
                                    .nearest()
                                    .map(n -> "write `" + n + "`")
                                    .orElse("write the name of a rule as findings show it, or remove the suppression"));
                case USELESS ->
                    report(
                            context,
                            suppression,
                            rule + " is about suppressions, so this suppresses nothing",
                            "remove it, or set the severity of the rule in `replay-lint.yml`");
                case UNREADABLE ->
                    report(
                            context,
                            suppression,
                            rule + " does not say which rule is meant, so this suppresses nothing",
                            "write `" + suppression.form().example(EXAMPLE) + "`");
                case USED, UNDECIDED -> {}
            }
        }
    }

    private static void report(RuleContext context, Suppression suppression, String message, String help) {
        context.report(suppression, new Diagnosis(Severity.INFO, suppression.rule(), message, help));
    }
}
