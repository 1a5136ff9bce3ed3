package dev.replaylint.rules;

import dev.replaylint.durable.sdk.Signal;
import dev.replaylint.durable.suspension.Action;
import dev.replaylint.durable.suspension.Catch;
import dev.replaylint.program.Location;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports operations and writes in cleanup code that runs whenever an operation suspends. */
final class FinallyOperation implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "finally-operation", Severity.ERROR, "0.1.0", "operations and effects in cleanup code around an operation");

    private static final String HELP =
            "clean up in a step after the `try`, and in the clause that catches the operation's own exception;"
                    + " moving an operation shifts the operations after it in running executions";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Catch caught : context.model().failures().catches(Signal.SUSPENSION)) {
            Optional<Site.Call> closing = caught.closing();
            if (caught.handler().isFinally() || closing.isPresent()) {
                caught.actions().forEach(a -> report(a, caught, closing, context));
            }
        }
    }

    private static void report(Action action, Catch caught, Optional<Site.Call> closing, RuleContext context) {
        Location at = closing.map(c -> opening(c, caught)).orElse(action.site().location());
        String cleanup = closing.isPresent() ? "closing the resource" : "`finally`";
        String message = cleanup + " runs " + action.label() + " each time "
                + caught.suspension().label() + " suspends, and again on replay";
        Severity severity = action.operation().isPresent() ? Severity.ERROR : Severity.WARNING;
        context.report(
                action.site(),
                caught.visit(),
                at,
                action.way(),
                new Diagnosis(severity, action.label(), message, HELP));
    }

    /** Where the resource is made; class files place its closing nowhere in particular. */
    private static Location opening(Site.Call closing, Catch caught) {
        return closing.receiver()
                .map(Value::settled)
                .filter(Value.Result.class::isInstance)
                .map(r -> ((Value.Result) r).call().location())
                .orElse(caught.site().location());
    }
}
