package dev.replaylint.rules;

import dev.replaylint.durable.StepRun;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.sdk.StepSettings;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports steps that are to run at most once, and are retried: the promise is one of each attempt. */
final class AtMostOnceRetried implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "at-most-once-retried",
            Severity.ERROR,
            "0.1.0",
            "a step that runs at most once in each of several attempts");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (StepRun step : context.model().deliveries().steps()) {
            if (step.settings().stream().anyMatch(StepSettings::isAtMostOnceRetried)) {
                context.report(step.path(), diagnosis(step.operation()));
            }
        }
    }

    private static Diagnosis diagnosis(Operation operation) {
        return new Diagnosis(
                Severity.ERROR,
                operation.label(),
                operation.label().contains("`" + operation.kind().method() + "`")
                        ? operation.label() + message()
                        : "the " + operation.label() + message(),
                "set `retryStrategy(RetryStrategies.Presets.NO_RETRY)` beside `semanticsPerRetry`, and handle the"
                        + " `StepInterruptedException` that says that an attempt was cut off");
    }

    private static String message() {
        return " runs at most once in each attempt, and an attempt that was cut off is followed by another one";
    }
}
