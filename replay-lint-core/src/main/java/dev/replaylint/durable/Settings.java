package dev.replaylint.durable;

import dev.replaylint.durable.Construction.Made;
import dev.replaylint.durable.StepSettings.Retry;
import dev.replaylint.durable.StepSettings.Semantics;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads how steps are delivered from their configurations, wherever these are made. */
final class Settings {

    private final Program program;
    private final Definitions definitions;
    private final Constructions constructions;

    Settings(Program program, Definitions definitions, Constructions constructions) {
        this.program = program;
        this.definitions = definitions;
        this.constructions = constructions;
    }

    /** All possible settings of an operation that is a step or has one. */
    Set<StepSettings> of(Started started) {
        Site.Call call = started.operation().call();
        return DurableSettings.stepConfig(call.target())
                .map(index -> ofConfig(index, call, started.way()))
                .orElse(Set.of(StepSettings.DEFAULT));
    }

    private Set<StepSettings> ofConfig(int index, Site.Call call, Way way) {
        Set<StepSettings> found = new LinkedHashSet<>();
        for (Construction config : constructions.ofArgument(index, call, way)) {
            found.addAll(
                    DurableSettings.isCallbackConfig(call.target(), index) ? ofCallback(config) : ofStep(config, way));
        }
        return found;
    }

    private Set<StepSettings> ofCallback(Construction config) {
        Optional<Made> step =
                config.last(m -> DurableSettings.setsStepConfig(m.call().target()));
        if (step.isEmpty()) {
            return Set.of(config.whole() ? StepSettings.DEFAULT : StepSettings.UNKNOWN);
        }
        Made made = step.get();
        return made.certain() ? ofConfig(0, made.call(), made.way()) : Set.of(StepSettings.UNKNOWN);
    }

    private Set<StepSettings> ofStep(Construction config, Way way) {
        if (config.last(m -> DurableSettings.setsSemanticsOfStep(m.call().target()))
                .isPresent()) {
            return Set.of(StepSettings.UNKNOWN);
        }
        Set<Semantics> semantics = new LinkedHashSet<>();
        constructions
                .given(config, way, DurableSettings::setsSemantics)
                .forEach(t -> semantics.add(t.map(Settings::semantics).orElse(Semantics.AT_LEAST_ONCE)));
        Set<Retry> retries = new LinkedHashSet<>();
        constructions
                .given(config, way, DurableSettings::setsRetryStrategy)
                .forEach(t -> retries.add(t.map(this::retry).orElse(Retry.AGAIN)));
        if (semantics.size() > 1 && retries.size() > 1) {
            // One condition may decide both.
            return Set.of(StepSettings.UNKNOWN);
        }
        Set<StepSettings> found = new LinkedHashSet<>();
        semantics.forEach(s -> retries.forEach(r -> found.add(new StepSettings(s, r))));
        return found;
    }

    private static Semantics semantics(Term term) {
        Optional<Boolean> once = term.value() instanceof Value.FieldValue field
                ? DurableSettings.isAtMostOnce(field.read().field())
                : Optional.empty();
        return once.map(o -> o ? Semantics.AT_MOST_ONCE : Semantics.AT_LEAST_ONCE)
                .orElse(Semantics.UNKNOWN);
    }

    private Retry retry(Term strategy) {
        if (strategy.value() instanceof Value.FieldValue field) {
            return DurableSettings.isNoRetry(field.read().field())
                    .map(none -> none ? Retry.NONE : Retry.AGAIN)
                    .orElse(Retry.UNKNOWN);
        }
        if (strategy.value() instanceof Value.Function function) {
            return decision(function.creation().implementation());
        }
        if (!(strategy.value() instanceof Value.Result result)) {
            return Retry.UNKNOWN;
        }
        Site.Call call = result.call();
        if (DurableSettings.makesRetryStrategy(call.target())) {
            return attempts(call.arguments().get(0), strategy.way());
        }
        return call.isAllocation() ? ofObject(call, strategy.way()) : Retry.UNKNOWN;
    }

    private Retry attempts(Value most, Way way) {
        Set<Retry> found = new LinkedHashSet<>();
        for (Term term : definitions.of(most, way)) {
            boolean known = term.value() instanceof Value.Constant c && c.constant() instanceof Integer;
            found.add(
                    !known
                            ? Retry.UNKNOWN
                            : (Integer) ((Value.Constant) term.value()).constant() > 1 ? Retry.AGAIN : Retry.NONE);
        }
        return found.size() == 1 ? found.iterator().next() : Retry.UNKNOWN;
    }

    /** What the user's own strategy decides: never again, or possibly again. */
    private Retry decision(MethodKey method) {
        List<Optional<Boolean>> decisions = program.isProject(method.owner())
                ? program.implementation(method).stream()
                        .flatMap(b -> b.sites(Site.Return.class))
                        .flatMap(r -> r.value().stream())
                        .flatMap(Settings::alternatives)
                        .map(Settings::decision)
                        .toList()
                : List.of();
        if (decisions.isEmpty() || decisions.stream().anyMatch(Optional::isEmpty)) {
            return Retry.UNKNOWN;
        }
        return decisions.stream().anyMatch(d -> d.orElse(false)) ? Retry.AGAIN : Retry.NONE;
    }

    /** A strategy that is given a number decides by it: the number may be that of one attempt. */
    private Retry ofObject(Site.Call made, Way way) {
        Retry retry = decision(DurableSettings.retryDecision(made.target().owner()));
        boolean several = made.arguments().stream().allMatch(a -> attempts(a, way) == Retry.AGAIN);
        return retry == Retry.AGAIN && !several ? Retry.UNKNOWN : retry;
    }

    private static Stream<Value> alternatives(Value value) {
        return value instanceof Value.Join join ? join.operands().stream() : Stream.of(value);
    }

    private static Optional<Boolean> decision(Value value) {
        return value instanceof Value.Result result
                ? DurableSettings.retries(result.call().target())
                : Optional.empty();
    }
}
