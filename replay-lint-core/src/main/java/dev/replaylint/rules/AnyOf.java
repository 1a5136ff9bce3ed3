package dev.replaylint.rules;

import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Site;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports {@code DurableFuture.anyOf}: on replay all futures are complete, and the first listed wins. */
final class AnyOf implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("any-of", Severity.ERROR, "0.1.0", "a race between operations decided anew on replay");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (ApiUse use : context.model().uses().in(Region.REPLAYED)) {
            if (DurableSdk.isAnyOf(use.api(), context.model().program())) {
                boolean used = !(use.site() instanceof Site.Call call) || call.resultUsed();
                context.report(use.site(), use.visit(), diagnosis(used));
            }
        }
    }

    private static Diagnosis diagnosis(boolean used) {
        return new Diagnosis(
                used ? Severity.ERROR : Severity.WARNING,
                "anyOf",
                used
                        ? "`DurableFuture.anyOf` gives the first future listed on replay, whichever was first before"
                        : "`DurableFuture.anyOf` keeps the invocation running until one of the operations is complete",
                "set a timeout on the callback, or race branches of `parallel` with `CompletionConfig.firstSuccessful()`");
    }
}
