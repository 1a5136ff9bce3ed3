package dev.replaylint.rules;

import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppression;
import java.util.Optional;

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
            message(suppression)
                    .map(m -> new Diagnosis(Severity.INFO, suppression.rule(), m, help(suppression)))
                    .ifPresent(d -> context.report(suppression, d));
        }
    }

    private static Optional<String> message(Suppression suppression) {
        String rule = "`" + suppression.rule() + "`";
        return switch (suppression.state()) {
            case USED, UNDECIDED -> Optional.empty();
            case STALE ->
                Optional.of(
                        "there is nothing that " + rule + " reports here, so this suppresses only what comes later");
            case UNKNOWN -> Optional.of("there is no rule " + rule + ", so this suppresses nothing");
            case USELESS -> Optional.of(rule + " is about suppressions, so this suppresses nothing");
            case UNREADABLE -> Optional.of(rule + " does not say which rule is meant, so this suppresses nothing");
        };
    }

    private static String help(Suppression suppression) {
        return switch (suppression.state()) {
            case UNKNOWN ->
                suppression
                        .nearest()
                        .map(n -> "write `" + n + "`")
                        .orElse("write the name of a rule as findings show it, or remove the suppression");
            case USELESS -> "remove it, or set the severity of the rule in `replay-lint.yml`";
            case UNREADABLE -> "write `" + suppression.form().example(EXAMPLE) + "`";
            default -> "remove the suppression";
        };
    }
}
