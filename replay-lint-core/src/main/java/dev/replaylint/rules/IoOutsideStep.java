package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports calls that leave the process from replayed code: they run again on every invocation. */
final class IoOutsideStep implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("io-outside-step", Severity.ERROR, "0.1.0", "input or output in replayed code");

    private static final String HELP =
            "move the call into a step; the new step shifts the operations after it in running executions";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        for (ApiUse use : context.model().uses().in(Region.REPLAYED)) {
            context.model()
                    .uses()
                    .effect(use)
                    .filter(Effect::isIo)
                    .ifPresent(
                            effect -> context.report(use.site(), use.visit(), diagnosis(use, effect, context.model())));
        }
    }

    private static Diagnosis diagnosis(ApiUse use, Effect effect, ReplayModel model) {
        String name = "`" + use.name() + "` ";
        Optional<Reached> reached = model.reach(use.site());
        if (effect == Effect.IO_WRITE) {
            String repeats = name + "runs again on every replay, and repeats its effect";
            return of(
                    Severity.ERROR,
                    use,
                    reached.map(r -> repeats + "; what it answers then " + r.phrase())
                            .orElse(repeats));
        }
        // Mostly the same in all sandboxes, unless somebody changes it while executions run.
        boolean once = model.state().isOnce(use.site(), use.visit());
        String reads = name + (once ? "reads again in every sandbox" : "reads again on every replay");
        return of(
                reached.isPresent() && !once ? Severity.ERROR : Severity.WARNING,
                use,
                reached.map(r -> reads + ", and what it reads " + r.phrase()).orElse(reads));
    }

    private static Diagnosis of(Severity severity, ApiUse use, String message) {
        return new Diagnosis(severity, use.name(), message, HELP);
    }
}
