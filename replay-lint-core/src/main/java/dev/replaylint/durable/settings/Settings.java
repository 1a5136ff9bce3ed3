package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Construction;
import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.StepSettings;
import dev.replaylint.durable.sdk.StepSettings.Semantics;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads how steps are delivered, and how often operations are tried, from their configurations, wherever these are made. */
public final class Settings {

    private final Strategies strategies;
    private final Constructions constructions;

    public Settings(Program program, Definitions definitions, Constructions constructions) {
        this.strategies = new Strategies(program, definitions);
        this.constructions = constructions;
    }

    /** All possible settings of an operation that is a step or has one. */
    public Set<StepSettings> of(Started started) {
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
        Set<Attempts> retries = attempts(config, way, DurableSettings::setsStrategy, DurableStrategies.DEFAULT_RETRY);
        if (semantics.size() > 1
                && retries.stream().map(Settings::kind).distinct().count() > 1) {
            // One condition may decide both.
            return Set.of(StepSettings.UNKNOWN);
        }
        Set<StepSettings> found = new LinkedHashSet<>();
        semantics.forEach(s -> retries.forEach(r -> found.add(new StepSettings(s, r))));
        return found;
    }

    /** Whether there are retries, none, or nobody knows. */
    private static Object kind(Attempts attempts) {
        return attempts.several() ? DurableStrategies.DEFAULT_RETRY : attempts;
    }

    /**
     * How often the function of an operation is tried at most, of several possibilities the greatest: that of a step, of a callback's
     * submitter, of {@code withRetry}, the check of {@code waitForCondition}. Others run once.
     */
    public Attempts attempts(OperationKind kind, Site.Call call, Way way) {
        return switch (kind) {
            case STEP, WAIT_FOR_CALLBACK ->
                Attempts.worst(of(new Started(new Operation(kind, call, way.visit()), way)).stream()
                        .map(StepSettings::attempts)
                        .toList());
            case WITH_RETRY -> attempts(call, way, DurableStrategies.DEFAULT_RETRY);
            case WAIT_FOR_CONDITION -> attempts(call, way, DurableStrategies.DEFAULT_POLLS);
            default -> DurableStrategies.ONE;
        };
    }

    private Attempts attempts(Site.Call call, Way way, Attempts otherwise) {
        Optional<Integer> index = DurableSettings.strategyConfig(call.target());
        if (index.isEmpty()) {
            return otherwise;
        }
        Set<Attempts> found = new LinkedHashSet<>();
        constructions
                .ofArgument(index.get(), call, way)
                .forEach(c -> found.addAll(attempts(c, way, DurableSettings::setsStrategy, otherwise)));
        return Attempts.worst(found);
    }

    private Set<Attempts> attempts(Construction config, Way way, Predicate<MethodKey> setter, Attempts otherwise) {
        Set<Attempts> found = new LinkedHashSet<>();
        constructions
                .given(config, way, setter)
                .forEach(t -> found.add(t.map(strategies::of).orElse(otherwise)));
        return found;
    }

    private static Semantics semantics(Term term) {
        Optional<Boolean> once = term.value() instanceof Value.FieldValue field
                ? DurableSettings.isAtMostOnce(field.read().field())
                : Optional.empty();
        return once.map(o -> o ? Semantics.AT_MOST_ONCE : Semantics.AT_LEAST_ONCE)
                .orElse(Semantics.UNKNOWN);
    }
}
