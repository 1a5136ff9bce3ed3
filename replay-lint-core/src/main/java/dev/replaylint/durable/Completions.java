package dev.replaylint.durable;

import dev.replaylint.durable.Construction.Made;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;

/** Whether somebody decided which of several concurrent functions may fail. */
record Completions(Definitions definitions, Constructions constructions) {

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
