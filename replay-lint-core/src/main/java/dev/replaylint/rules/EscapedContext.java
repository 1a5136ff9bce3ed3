package dev.replaylint.rules;

import dev.replaylint.durable.border.Escape;
import dev.replaylint.durable.border.Escape.Replay;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports functions with a context of their own that use another one, or keep theirs for later. */
final class EscapedContext implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "escaped-context", Severity.ERROR, "0.1.0", "operations on a context that is not the function's own");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Escape escape : context.model().borders().escapes()) {
            Place inside = escape.inside();
            context.report(inside.site(), inside.visit(), inside.site().location(), escape.below(), diagnosis(escape));
        }
    }

    private static Diagnosis diagnosis(Escape escape) {
        return escape.used().map(used -> used(used, escape)).orElseGet(() -> kept(escape));
    }

    private static Diagnosis kept(Escape escape) {
        String kept = "the context of " + escape.operation().label() + " is kept for later here; ";
        return new Diagnosis(
                severity(escape),
                "kept context",
                switch (escape.replay()) {
                    case SKIPPED -> kept + "replay skips this once the function is complete, and later code finds none";
                    case AGAIN, BESIDE ->
                        kept + "what later code starts on it is counted among the operations of a function that has"
                                + " ended";
                },
                "use the context inside the function that receives it, and return what later code needs");
    }

    private static Diagnosis used(Operation used, Escape escape) {
        String owner = escape.operation().label();
        String counted = used.label() + " is counted in an outer context, ";
        return new Diagnosis(
                severity(escape),
                used.label(),
                switch (escape.replay()) {
                    case SKIPPED ->
                        counted + "and replay misses it there once " + owner
                                + " is complete and its function is skipped";
                    case AGAIN ->
                        counted + "where replay finds it only as long as " + owner
                                + " has no checkpoint and its function runs again";
                    case BESIDE ->
                        counted + "where its position depends on how far other code has come, since the function of "
                                + owner + " runs beside it";
                },
                "start it on the context that the function receives; it then moves to another position in running executions");
    }

    private static Severity severity(Escape escape) {
        return escape.replay() == Replay.AGAIN ? Severity.WARNING : Severity.ERROR;
    }
}
