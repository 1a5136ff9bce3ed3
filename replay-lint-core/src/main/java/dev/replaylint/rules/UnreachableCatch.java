package dev.replaylint.rules;

import dev.replaylint.durable.suspension.LostException;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.List;

/** Reports catch clauses for exceptions that an operation cannot rebuild from its checkpoint. */
final class UnreachableCatch implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unreachable-catch",
            Severity.WARNING,
            "0.1.0",
            "a catch clause for an exception that its checkpoint cannot give back");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (LostException lost : context.model().failures().lostExceptions()) {
            context.report(lost.place().site(), lost.visit(), lost.handler().location(), List.of(), diagnosis(lost));
        }
    }

    private static Diagnosis diagnosis(LostException lost) {
        return new Diagnosis(
                Severity.WARNING,
                lost.caughtName(),
                "`catch (" + lost.caughtName() + ")` does not run, since `" + lost.thrownName()
                        + "` cannot be rebuilt from its checkpoint and "
                        + lost.operation().label() + " throws `"
                        + lost.substituteName() + "` instead",
                "give `" + lost.thrownName() + "` a constructor without parameters, with one `String` or with"
                        + " `@JsonCreator`, or catch `" + lost.substituteName() + "`");
    }
}
