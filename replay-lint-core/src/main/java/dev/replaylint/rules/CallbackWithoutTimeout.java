package dev.replaylint.rules;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.settings.OpenCallback;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports callbacks that keep the execution waiting for ever if nobody completes them. */
final class CallbackWithoutTimeout implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "callback-without-timeout", Severity.WARNING, "0.1.0", "a callback that is waited for without end");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (OpenCallback callback : context.model().deliveries().setups().openCallbacks()) {
            context.report(callback.path(), diagnosis(callback));
        }
    }

    private static Diagnosis diagnosis(OpenCallback callback) {
        Operation operation = callback.operation();
        String what = callback.configured() ? " has a configuration without a timeout" : " has no timeout";
        return new Diagnosis(
                Severity.WARNING,
                operation.label(),
                operation.label() + what
                        + ", so an answer that gets lost leaves the execution suspended until its own time is over",
                operation.kind() == OperationKind.CREATE_CALLBACK
                        ? "pass `CallbackConfig.builder().timeout(…)`, and handle the `CallbackTimeoutException`"
                        : "pass a `WaitForCallbackConfig` whose `callbackConfig` has a `timeout`, and handle the"
                                + " `CallbackTimeoutException`");
    }
}
