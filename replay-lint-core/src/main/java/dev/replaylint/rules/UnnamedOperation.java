package dev.replaylint.rules;

import dev.replaylint.durable.name.OperationName;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations without a name. */
final class UnnamedOperation implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("unnamed-operation", Severity.INFO, "0.1.0", "an operation without a name");

    private static final String HELP =
            "give it a name; executions that have started it without one fail when it has one, so let them end first";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (Op op : context.model().naming().operations()) {
            if (op.name().kind() == OperationName.Kind.NONE) {
                String method = op.kind().method();
                Diagnosis diagnosis = new Diagnosis(
                        Severity.INFO,
                        method,
                        "`" + method + "` has no name, so replay tells it from another `" + method
                                + "` by its position alone, and an exchange of the two goes unnoticed",
                        HELP);
                context.report(op.operation().call(), op.operation().visit(), diagnosis);
            }
        }
    }
}
