package dev.replaylint.durable.future;

import dev.replaylint.durable.flow.Construction;
import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;

/** Whether somebody decided which of several concurrent functions may fail. */
public record Completions(Definitions definitions, Constructions constructions) {

    /** Whether the first successes are all that is asked for, or nobody knows. */
    boolean isChosen(Started batch) {
        Site.Call call = batch.operation().call();
        return DurableSettings.config(call.target())
                .filter(i ->
                        constructions.ofArgument(i, call, batch.way()).stream().anyMatch(this::isChosen))
                .isPresent();
    }

    private boolean isChosen(Construction config) {
        Optional<Made> completion =
                config.last(m -> DurableSettings.setsCompletion(m.call().target()));
        return completion
                .map(m -> definitions.of(m.call().arguments().get(0), m.way()).stream()
                        .anyMatch(Completions::isChosen))
                .orElse(!config.whole());
    }

    private static boolean isChosen(Term term) {
        return !(term.value() instanceof Value.Result made)
                || DurableSettings.choosesSuccesses(made.call().target());
    }
}
