package dev.replaylint.rules;

import dev.replaylint.durable.border.LostWrite;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports functions of operations that change what outlives them: replay takes their stored result and changes nothing. */
final class CapturedWrite implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "captured-write",
            Severity.ERROR,
            "0.1.0",
            "a change outside an operation's function that replay does not make again");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (LostWrite write : context.model().borders().lostWrites()) {
            Place inside = write.inside();
            context.report(inside.site(), inside.visit(), inside.site().location(), write.below(), diagnosis(write));
        }
    }

    private static Diagnosis diagnosis(LostWrite write) {
        String changes = write.event() + " with " + write.operation().label() + " only; replay skips that, and ";
        return new Diagnosis(
                severity(write),
                write.subject(),
                changes
                        + switch (write.reading()) {
                            case CODE -> "the code after it reads what was there before";
                            case LOG -> "only log lines depend on it";
                            case NOBODY -> "the change is lost";
                        },
                "return the value from the function, and change the state with the operation's result in replayed code");
    }

    private static Severity severity(LostWrite write) {
        return switch (write.reading()) {
            case CODE -> Severity.ERROR;
            case LOG -> Severity.INFO;
            case NOBODY -> Severity.WARNING;
        };
    }
}
