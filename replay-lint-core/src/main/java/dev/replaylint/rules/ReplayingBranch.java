package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports {@code isReplaying()} where it decides what runs. */
final class ReplayingBranch implements Rule {

    private static final RuleInfo INFO = new RuleInfo(
            "replaying-branch", Severity.ERROR, "0.1.0", "code that runs only on the first run, or only on replay");

    private static final String HELP =
            "run the same operations in the same order on every invocation; put effects into steps";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        ReplayModel model = context.model();
        for (ApiUse use : model.uses().in(Region.REPLAYED)) {
            if (!DurableSdk.isReplaying(use.api(), model.program())) {
                continue;
            }
            Optional<Reached> reached = model.reach(use.site());
            if (reached.isPresent()) {
                context.report(use.site(), use.visit(), ofOperation(reached.get()));
            } else {
                effectDecidedBy(use, model).ifPresent(e -> context.report(use.site(), use.visit(), ofEffect(e)));
            }
        }
    }

    private static Diagnosis ofOperation(Reached reached) {
        return new Diagnosis(
                Severity.ERROR,
                "isReplaying",
                "`isReplaying` is false on the first run and true on replay, and it " + reached.phrase(),
                HELP);
    }

    private static Diagnosis ofEffect(ApiUse effect) {
        return new Diagnosis(
                Severity.WARNING,
                "isReplaying",
                "`isReplaying` does not tell reliably whether `" + effect.name() + "` ran before",
                HELP);
    }

    private static Optional<ApiUse> effectDecidedBy(ApiUse replaying, ReplayModel model) {
        return model.uses().in(Region.REPLAYED).stream()
                .filter(u ->
                        model.uses().effect(u).filter(ReplayingBranch::lasts).isPresent())
                .filter(u -> model.firstRuns().deciders(u).contains(replaying.site()))
                .findFirst();
    }

    private static boolean lasts(Effect effect) {
        return effect.isIo() || effect == Effect.THREAD || effect == Effect.SLEEP;
    }
}
