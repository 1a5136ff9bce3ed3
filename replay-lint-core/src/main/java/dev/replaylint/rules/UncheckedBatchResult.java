package dev.replaylint.rules;

import dev.replaylint.durable.future.BatchResult;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports results of maps and parallels in which nobody looks for failures. */
final class UncheckedBatchResult implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unchecked-batch-result", Severity.WARNING, "0.1.0", "a result whose failures nobody looks at");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (BatchResult batch : context.model().deliveries().setups().uncheckedBatches()) {
            context.report(batch.place().site(), batch.place().visit(), diagnosis(batch));
        }
    }

    private static Diagnosis diagnosis(BatchResult batch) {
        String label = batch.operation().label();
        String part = batch.operation().kind() == OperationKind.MAP ? "item" : "branch";
        String what = batch.used() ? " is used without a look at its failures" : " gives a result that nobody looks at";
        return new Diagnosis(
                Severity.WARNING,
                label,
                label + what + ", and a failed " + part
                        + " does not throw, so the execution goes on as if it had succeeded",
                batch.operation().kind() == OperationKind.MAP
                        ? "ask `allSucceeded()` or go through `failed()` before the results are used"
                        : "ask the result of `get()` for `failed()`, or call `get()` on the future of each `branch`");
    }
}
