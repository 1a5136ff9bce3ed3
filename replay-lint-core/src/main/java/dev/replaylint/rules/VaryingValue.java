package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.body.Identity;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sink.Ending;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/**
 * Reports API calls whose results differ on every replay, as bad as what the result reaches.
 *
 * @param effect the kind of calls
 * @param gives what such a call gives, to follow its name: {@code returns another time on every replay}
 * @param help what to do instead
 */
record VaryingValue(Effect effect, String gives, String help) {

    /** A strategy is given no context, so that it cannot run a step. */
    private static final String FAIL =
            "let the strategy decide by the exception and the attempt's number only; read the value in a step of the"
                    + " function that `withRetry` runs, and throw there what the strategy does not retry; the new step"
                    + " shifts the operations after it in running executions";

    void check(RuleContext context) {
        ReplayModel model = context.model();
        for (ApiUse use : model.uses().in(Region.REPLAYED)) {
            if (model.uses().effect(use).filter(effect::equals).isPresent() && counts(use, model)) {
                context.report(use.site(), use.visit(), replayed(use, model));
            }
        }
        for (ApiUse use : model.initialUsesThatReach()) {
            if (model.uses().entry(use).filter(e -> e.fact() == effect).isPresent()) {
                context.report(use.site(), use.visit(), initial(use, model));
            }
        }
    }

    /** Identities decide nothing in most programs, and are everywhere; how long a retry waits is not compared. */
    private static boolean counts(ApiUse use, ReplayModel model) {
        return (model.uses().identity(use).isEmpty() || model.reach(use.site()).isPresent())
                && model.ending(use.site()) != Ending.DELAY;
    }

    private Diagnosis replayed(ApiUse use, ReplayModel model) {
        Optional<Identity> identity = model.uses().identity(use);
        String does = identity.map(Identity::phrase).orElse(gives);
        String statement = "`" + use.name() + "` " + does;
        Consequence consequence = Consequence.of(use.site(), statement, model);
        boolean decides = model.reach(use.site())
                .filter(r -> r.how() == Reached.Way.STRATEGY)
                .isPresent();
        String remedy = decides ? FAIL : identity.map(Identity::remedy).orElse(help);
        return new Diagnosis(consequence.severity(), use.name(), consequence.message(), consequence.help(remedy));
    }

    private Diagnosis initial(ApiUse use, ReplayModel model) {
        String phrase = model.reach(use.site()).map(Reached::phrase).orElseThrow();
        String message = "`" + use.name() + "` gives each sandbox another value, and it " + phrase;
        return new Diagnosis(Severity.ERROR, use.name(), message, help);
    }
}
