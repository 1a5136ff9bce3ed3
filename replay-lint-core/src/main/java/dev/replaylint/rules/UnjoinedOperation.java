package dev.replaylint.rules;

import dev.replaylint.durable.future.UnjoinedFuture;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations that are started and then left to themselves. */
final class UnjoinedOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unjoined-operation", Severity.ERROR, "0.1.0", "an operation that is started and not waited for");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (UnjoinedFuture future : context.model().borders().unjoinedFutures()) {
            context.report(future.place().site(), future.place().visit(), diagnosis(future));
        }
    }

    private static Diagnosis diagnosis(UnjoinedFuture future) {
        String label = future.operation().label();
        if (future.endless()) {
            return of(
                    Severity.ERROR,
                    future,
                    label
                            + " is not waited for, and the execution hangs at its end because the SDK still waits for it");
        }
        return of(
                Severity.WARNING,
                future,
                future.always()
                        ? label + " is not waited for, so the execution can succeed while it fails or is still retried"
                        : label + " is not waited for on every way, so the execution can succeed while it fails");
    }

    private static Diagnosis of(Severity severity, UnjoinedFuture future, String message) {
        return new Diagnosis(severity, future.operation().label(), message, help(future));
    }

    private static String help(UnjoinedFuture future) {
        return switch (future.operation().kind()) {
            case PARALLEL -> "open the `parallel` in try-with-resources, or call its `get()` after the last branch";
            case CREATE_CALLBACK -> "hand on its `callbackId()` in a step and call `get()` where the answer is needed";
            default -> "call `get()` on the future, or `DurableFuture.allOf` on several, before the handler returns";
        };
    }
}
