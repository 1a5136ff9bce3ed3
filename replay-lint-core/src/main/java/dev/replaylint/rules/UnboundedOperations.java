package dev.replaylint.rules;

import dev.replaylint.durable.loop.Quota;
import dev.replaylint.durable.tree.OperationLoop;
import dev.replaylint.durable.tree.OperationLoop.End;
import dev.replaylint.durable.tree.Spans;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.OptionalLong;

/** Reports loops and recursion whose operations nothing in the code bounds. */
final class UnboundedOperations implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "unbounded-operations",
            Severity.ERROR,
            "0.1.0",
            "a loop or recursion that starts operations without a bound in the code");

    private static final String RENEW =
            "end it after a fixed number of rounds and hand what is left to a new execution with `ctx.invoke`; one more"
                    + " operation shifts the positions of those after it in running executions";

    private static final String SPLIT =
            "refuse or split what is too much before the first operation, put several elements into one step, or hand"
                    + " parts to executions of their own with `ctx.invoke`";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (OperationLoop loop : context.model().naming().loops()) {
            if (loop.end() != End.POLLED) {
                boolean given = loop.end() == End.DATA || loop.end() == End.DEPTH;
                Severity severity = given ? Severity.INFO : Severity.ERROR;
                Diagnosis diagnosis = new Diagnosis(severity, loop.subject(), message(loop), given ? SPLIT : RENEW);
                context.report(loop.place().site(), loop.place().visit(), diagnosis);
            }
        }
    }

    private static String message(OperationLoop loop) {
        String calls = "`" + loop.subject() + "` starts operations and calls itself";
        return switch (loop.end()) {
            case OPEN, POLLED -> open(loop);
            case DATA -> data(loop);
            case DEPTH -> calls + " for parts of its data, and nothing bounds how many there are" + all(loop);
            case RECURSION -> calls + ", and no number ends that" + all(loop);
        };
    }

    private static String open(OperationLoop loop) {
        String rounds = "no number ends this loop, and each round makes " + operations(loop);
        OptionalLong fitting = loop.fitting();
        if (fitting.isEmpty()) {
            return rounds + all(loop);
        }
        String after = Spans.ofWaiting(loop.lasting());
        return rounds + ": after " + Quota.text(fitting.getAsLong()) + " rounds" + after + ", `" + loop.handler()
                + "` has used up the " + Quota.TEXT + " of an execution";
    }

    private static String data(OperationLoop loop) {
        String number = "nothing bounds the " + String.join(" and the ", loop.sizes()) + ", and each " + loop.subject()
                + " makes " + operations(loop);
        OptionalLong fitting = loop.fitting();
        OptionalLong least = Quota.fitting(loop.worst());
        String worst = least.isPresent() && !least.equals(fitting) ? Quota.text(least.getAsLong()) + " to " : "";
        return fitting.isEmpty()
                ? number + all(loop)
                : number + ": " + worst + Quota.text(fitting.getAsLong()) + " use up the " + Quota.TEXT
                        + " that an execution of `" + loop.handler() + "` has";
    }

    private static String operations(OperationLoop loop) {
        OptionalLong round = loop.round().number();
        if (round.isEmpty()) {
            return "operations";
        }
        OptionalLong worst = loop.worst().number();
        return Quota.text(round.getAsLong())
                + (round.getAsLong() == 1 ? " operation" : " operations")
                + (worst.isPresent() && !worst.equals(round) ? ", " + Quota.text(worst.getAsLong()) + " at worst" : "");
    }

    private static String all(OperationLoop loop) {
        return ", while an execution of `" + loop.handler() + "` has " + Quota.TEXT + " operations for all of them";
    }
}
