package dev.replaylint.rules;

import dev.replaylint.durable.StateAccess;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Site;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;

/** Reports reads of state that earlier invocations in the same sandbox may have changed. */
final class MutableState implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("mutable-state", Severity.ERROR, "0.1.0", "state of the sandbox read in replayed code");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(RuleContext context) {
        StateAccess state = context.model().state();
        for (Visit visit : context.model().visits(Region.REPLAYED)) {
            visit.body()
                    .sites(Site.FieldRead.class)
                    .filter(r -> state.isShared(r, visit))
                    .forEach(r -> context.report(r, visit, diagnosis(r, context)));
        }
    }

    private static Diagnosis diagnosis(Site.FieldRead read, RuleContext context) {
        String statement = "`" + read.field() + "` keeps what earlier invocations in this sandbox left in it";
        Consequence consequence = Consequence.of(read, statement, context.model());
        return new Diagnosis(
                consequence.severity(),
                read.field().toString(),
                consequence.message(),
                consequence.help("keep state in local variables and in the results of steps"));
    }
}
