package dev.replaylint.rules;

import dev.replaylint.durable.payload.GivenType;
import dev.replaylint.durable.payload.WholeResult;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports results that may not fit into a checkpoint. */
final class LargeResult implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("large-result", Severity.INFO, "0.1.0", "a result that may not fit into its checkpoint");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (WholeResult large :
                context.model().deliveries().setups().payloads().largeResults()) {
            context.report(large.given().path(), diagnosis(large.given(), large.cause()));
        }
    }

    private static Diagnosis diagnosis(GivenType type, String cause) {
        return new Diagnosis(
                Severity.INFO,
                cause,
                "`" + cause + "` is a result of any size, and one over 256 KB "
                        + consequence(type.operation().kind()),
                "store the data outside, in S3 or a table, and return its key from the function");
    }

    private static String consequence(OperationKind kind) {
        return switch (kind) {
            case CHILD_CONTEXT, MAP, PARALLEL, BRANCH, WITH_RETRY ->
                "is not kept, so replay runs the function of `" + kind.method() + "` again in every invocation";
            default ->
                "is refused by the service, which fails the execution for good after `" + kind.method() + "` has run";
        };
    }
}
