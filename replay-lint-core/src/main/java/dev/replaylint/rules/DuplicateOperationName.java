package dev.replaylint.rules;

import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.tree.RepeatedName;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports operations of one kind with the same name in the same context. */
final class DuplicateOperationName implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "duplicate-operation-name", Severity.WARNING, "0.1.0", "two operations of one kind with the same name");

    private static final String AGAIN =
            "; executions that have started it under the old name fail, so let them end first";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (RepeatedName name : context.model().naming().repeatedNames()) {
            Op op = name.operation();
            context.report(op.operation().call(), op.operation().visit(), diagnosis(name));
        }
    }

    private static Diagnosis diagnosis(RepeatedName name) {
        Op op = name.operation();
        String what = "`" + op.kind().method() + "` named `" + op.name().text() + "`";
        String subject = op.kind().method() + " " + op.name().text();
        if (name.earlier().isEmpty()) {
            return new Diagnosis(
                    Severity.INFO,
                    subject,
                    "all rounds give their `" + op.kind().method() + "` the name `"
                            + op.name().text() + "`, so replay does not notice when rounds change places",
                    "put the item's key or the index into the name" + AGAIN);
        }
        Op earlier = name.earlier().get();
        boolean same = earlier.operation().call() == op.operation().call();
        String pair = same
                ? "this " + what + " is started twice in one context, and replay tells the two"
                : "this " + what + " has the name of the one in "
                        + earlier.location().fileName() + " line "
                        + earlier.location().line() + ", and replay tells the two";
        return new Diagnosis(
                Severity.WARNING,
                subject,
                pair + " apart by position alone: after an exchange each silently gets the other's result",
                (same ? "let the caller pass a part of the name" : "give each a name of its own") + AGAIN);
    }
}
