package dev.replaylint.rules;

import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Quota;
import dev.replaylint.durable.tree.OperationCount;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.tree.OperationTree;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports handlers of which one execution makes more operations than it has, or nearly so. */
final class OperationQuota implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "operation-quota", Severity.ERROR, "0.1.0", "more operations than one execution has, or nearly as many");

    private static final int NEAR_PERCENT = 80;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (OperationTree tree : context.model().operationTrees()) {
            OperationCount count = context.model().naming().count(tree);
            long most = count.worst().least().orElse(count.best().least().orElse(0));
            int budget = context.budget().of(tree.entry().method().owner());
            if (most * 100 >= (long) budget * NEAR_PERCENT) {
                count.costliest()
                        .filter(op -> Quota.allows(context.model().deliveries().attempts(op.operation())))
                        .ifPresent(op -> report(context, tree, count, op, most, budget));
            }
        }
    }

    private static void report(
            RuleContext context, OperationTree tree, OperationCount count, Op op, long most, int budget) {
        Severity severity = most > budget ? Severity.ERROR : Severity.WARNING;
        String handler = tree.entry().label();
        String message = "an execution of `" + handler + "` makes " + figures(count, most)
                + (severity == Severity.ERROR ? ", more than " : ", close to ")
                + limit(budget) + ": this `" + op.kind().method() + "` alone makes "
                + part(count.each().getOrDefault(op, Amount.NONE).least().orElse(most), most);
        context.report(
                op.operation().call(), op.operation().visit(), new Diagnosis(severity, handler, message, help(op)));
    }

    /** Where nothing bounds all operations at worst, what one comes to at worst is no part of the fewest. */
    private static String part(long operations, long all) {
        return operations > all
                ? "up to " + Quota.text(operations) + ", with all attempts"
                : Quota.text(operations) + " of them";
    }

    private static String figures(OperationCount count, long most) {
        long fewest = count.best().least().orElse(0);
        if (count.worst().least().isEmpty()) {
            return "at least " + Quota.text(fewest) + " operations";
        }
        return fewest == most
                ? Quota.text(most) + " operations"
                : Quota.text(most) + " operations at worst and " + Quota.text(fewest) + " at best";
    }

    private static String limit(int budget) {
        return budget == Quota.OPERATIONS
                ? "the " + Quota.TEXT + " that the service allows"
                : "its budget of " + Quota.text(budget);
    }

    private static String help(Op op) {
        return "put several elements into one `" + op.kind().method()
                + "`, allow fewer attempts, or hand parts to executions of their own with `ctx.invoke`; other"
                + " operations shift the positions of those after them in running executions";
    }
}
