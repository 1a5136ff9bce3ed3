package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports log lines and measurements that replay writes again. */
final class ReplayLogging implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("replay-logging", Severity.INFO, "0.1.0", "log lines and metrics written again on replay");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (ApiUse use : context.model().uses().in(Region.REPLAYED)) {
            context.model().uses().effect(use).ifPresent(effect -> {
                boolean repeats = effect == Effect.CONSOLE
                        || effect == Effect.METRIC
                        || (effect == Effect.LOG && !context.model().uses().isOnContextLogger(use));
                if (repeats && !context.model().firstRuns().have(use)) {
                    context.report(use.site(), use.visit(), diagnosis(use, effect));
                }
            });
        }
    }

    private static Diagnosis diagnosis(ApiUse use, Effect effect) {
        return effect == Effect.METRIC
                ? new Diagnosis(
                        Severity.INFO,
                        use.name(),
                        "`" + use.name() + "` counts again on every replay",
                        "measure inside a step")
                : new Diagnosis(
                        Severity.INFO,
                        use.name(),
                        "`" + use.name() + "` writes its line again on every replay",
                        "log through `ctx.getLogger()`, or wrap your logger: `ctx.getLogger(logger)`");
    }
}
