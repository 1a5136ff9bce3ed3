package dev.replaylint.rules;

import dev.replaylint.durable.Escape;
import dev.replaylint.durable.Operation;
import dev.replaylint.durable.Place;
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
        String owner = escape.operation().label();
        return escape.used()
                .map(used -> used(used, owner))
                .orElseGet(() -> new Diagnosis(
                        Severity.ERROR,
                        "kept context",
                        "the context of " + owner
                                + " is kept for later here; replay skips this once the function is complete, and later code finds none",
                        "use the context inside the function that receives it, and return what later code needs"));
    }

    private static Diagnosis used(Operation used, String owner) {
        return new Diagnosis(
                Severity.ERROR,
                used.label(),
                used.label() + " is counted in an outer context, and replay misses it there once " + owner
                        + " is complete and its function is skipped",
                "start it on the context that the function receives; it then moves to another position in running executions");
    }
}
