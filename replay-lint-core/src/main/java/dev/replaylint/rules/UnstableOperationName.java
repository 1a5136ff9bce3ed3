package dev.replaylint.rules;

import dev.replaylint.durable.UnstableName;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations whose names differ from one invocation to the next. */
final class UnstableOperationName implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unstable-operation-name", Severity.ERROR, "0.1.0", "a name that is another one on the next invocation");

    private static final String HELP = "name it after the input, a step's result or its position in the loop, and pass"
            + " what varies as an argument";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (UnstableName name : context.model().unstableNames()) {
            context.report(name.operation().call(), name.operation().visit(), diagnosis(name));
        }
    }

    private static Diagnosis diagnosis(UnstableName name) {
        String method = "`" + name.operation().kind().method() + "`";
        String sources = "`" + String.join("` and `", name.sources()) + "`";
        return new Diagnosis(
                Severity.ERROR,
                String.join(" ", name.sources()),
                "the name of this " + method + " is made of " + sources
                        + ", so replay finds it under another name and fails with `NonDeterministicExecutionException`",
                HELP);
    }
}
