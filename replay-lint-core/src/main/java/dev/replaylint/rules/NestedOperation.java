package dev.replaylint.rules;

import dev.replaylint.durable.border.Nesting;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations, and waits for them, in the functions of steps and other checkpointed code. */
final class NestedOperation implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("nested-operation", Severity.ERROR, "0.1.0", "an operation inside a step");

    private static final String HELP = "start it beside the step, on the handler's context, or make the step a"
            + " `runInChildContext`; either shifts the operations after it in running executions";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Nesting nesting : context.model().borders().nestings()) {
            context.report(nesting.place().site(), nesting.place().visit(), diagnosis(nesting));
        }
    }

    private static Diagnosis diagnosis(Nesting nesting) {
        String outer = nesting.around();
        return switch (nesting.kind()) {
            case STARTED ->
                of(
                        nesting,
                        nesting.name() + " is started by " + outer + ", and replay skips " + outer
                                + ", so every operation after it is one position off",
                        HELP);
            case AWAITED ->
                of(
                        nesting,
                        nesting.name() + " starts inside " + outer
                                + " and then fails with `IllegalStateException`, and every retry of " + outer
                                + " starts it again",
                        HELP);
            case JOINED ->
                of(
                        nesting,
                        nesting.name() + " fails with `IllegalStateException` inside " + outer
                                + ", and the retries fail alike",
                        "wait for the future before the step and let the step capture its result");
            case WRONG_CONTEXT ->
                of(
                        nesting,
                        nesting.name() + " gives the context of another kind here, and fails with `ClassCastException`",
                        "use the context that the function receives as its parameter");
        };
    }

    private static Diagnosis of(Nesting nesting, String message, String help) {
        return new Diagnosis(Severity.ERROR, nesting.name(), message, help);
    }
}
