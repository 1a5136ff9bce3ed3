package dev.replaylint.rules;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.rule.Rule;
import dev.replaylint.rule.RuleContext;
import dev.replaylint.rule.RuleContext.Diagnosis;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.Optional;

/** Reports threads that replayed code starts, hands work to or blocks. */
final class ThreadUse implements Rule {

    private static final RuleInfo INFO =
            new RuleInfo("thread-use", Severity.ERROR, "0.1.0", "threads or sleeping in replayed code");

    private static final String CONCURRENCY =
            "run concurrent work with `parallel`, `map` or the `…Async` operations of the context";

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
                    .filter(e -> e == Effect.THREAD || e == Effect.SLEEP)
                    .ifPresent(e -> context.report(use.site(), use.visit(), diagnosis(use, e, context)));
        }
    }

    private static Diagnosis diagnosis(ApiUse use, Effect effect, RuleContext context) {
        String name = "`" + use.name() + "` ";
        if (effect == Effect.SLEEP) {
            return new Diagnosis(
                    Severity.WARNING,
                    use.name(),
                    name + "keeps the invocation running and sleeps again on every replay",
                    "suspend with the context's `wait` operation; it shifts the operations after it in running executions");
        }
        Optional<Operation> operation = context.model().operationOnOtherThread(use);
        return operation
                .map(o -> new Diagnosis(
                        Severity.ERROR,
                        use.name(),
                        name + "runs " + o.label()
                                + " on another thread, where it gets another position on every replay",
                        CONCURRENCY))
                .orElseGet(() -> new Diagnosis(
                        Severity.WARNING,
                        use.name(),
                        name + "runs work on another thread again on every replay",
                        CONCURRENCY));
    }
}
