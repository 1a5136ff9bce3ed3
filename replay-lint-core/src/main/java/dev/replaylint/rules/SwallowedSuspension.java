package dev.replaylint.rules;

import dev.replaylint.catalog.Guard;
import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.durable.suspension.Catch;
import dev.replaylint.durable.suspension.GuardedCall;
import dev.replaylint.program.Location;
import dev.replaylint.program.Site;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports code that takes the exception by which an operation ends the invocation for a failure, and goes on. */
final class SwallowedSuspension implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "swallowed-suspension", Severity.ERROR, "0.1.0", "the suspension of an operation caught and not rethrown");

    private static final String OUTSIDE =
            "call the operation outside of it, and let the operation retry with a `RetryStrategy` or with `withRetry`;"
                    + " a new operation shifts the operations after it in running executions";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Catch caught : context.model().failures().catches(Signal.SUSPENSION)) {
            caught.lost().ifPresent(lost -> report(caught, lost, context));
        }
        for (GuardedCall call : context.model().failures().guardedCalls()) {
            context.report(
                    call.use().site(),
                    call.use().visit(),
                    call.use().location(),
                    call.suspension().way(),
                    diagnosis(call));
        }
    }

    private static void report(Catch caught, Site lost, RuleContext context) {
        boolean leaves = lost instanceof Site.Exit && lost.context().handlers().contains(caught.handler());
        Location ofFinally = leaves ? lost.location() : caught.site().location();
        context.report(
                caught.site(),
                caught.visit(),
                caught.handler().isFinally() ? ofFinally : caught.handler().location(),
                caught.suspension().way(),
                diagnosis(caught));
    }

    private static Diagnosis diagnosis(Catch caught) {
        String operation = caught.suspension().label();
        if (caught.handler().isFinally()) {
            return new Diagnosis(
                    Severity.ERROR,
                    "finally",
                    "the way out of `finally` discards the exception that suspends " + operation
                            + ", and the execution goes on without its result",
                    "leave `finally` at its end, without `return`, `throw`, `break` or `continue`");
        }
        return new Diagnosis(
                Severity.ERROR,
                caught.label(),
                caught.label() + " takes the suspension of " + operation
                        + " for a failure, and the execution goes on without its result",
                "rethrow `SuspendExecutionException` in a clause before, or catch a type that does not include it,"
                        + " such as `DurableOperationException` or your own exception");
    }

    private static Diagnosis diagnosis(GuardedCall call) {
        String name = call.use().name();
        String operation = call.suspension().label();
        Severity severity = call.guard() == Guard.CATCHES_THROWABLE ? Severity.ERROR : Severity.WARNING;
        String message = switch (call.guard()) {
            case CATCHES_EXCEPTION ->
                "`" + name + "` also catches the exception that ends a replay gone wrong, and runs " + operation
                        + " again at another position";
            case DECIDES_BY_MEMORY ->
                "`" + name + "` decides by what this sandbox remembers whether " + operation
                        + " runs, and a replay in another sandbox can decide otherwise";
            default ->
                "`" + name + "` takes the suspension of " + operation
                        + " for a failure, and the execution goes on without its result";
        };
        return new Diagnosis(severity, name, message, OUTSIDE);
    }
}
