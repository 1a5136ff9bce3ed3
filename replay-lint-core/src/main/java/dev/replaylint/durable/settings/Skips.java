package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether replay skips the function of an operation that is complete. It runs the functions of contexts again that have no
 * checkpoint of their own: virtual ones, flat branches, and attempts of {@code withRetry} that no child context wraps.
 */
public final class Skips {

    private final Definitions definitions;
    private final Constructions constructions;
    private final Map<Operation, Boolean> known = new HashMap<>();

    public Skips(Program program, Effects effects, Fields fields) {
        definitions = new Definitions(program, fields);
        constructions = new Constructions(program, effects, definitions);
    }

    /** Certainly so, on every way to the operation. */
    public boolean isSkipped(Operation operation) {
        if (operation.kind().body().isEmpty()) {
            return false;
        }
        Boolean skipped = known.get(operation);
        if (skipped == null) {
            skipped = Way.to(operation.visit()).stream().allMatch(w -> isSkipped(operation, w));
            known.put(operation, skipped);
        }
        return skipped;
    }

    private boolean isSkipped(Operation operation, Way way) {
        return switch (operation.kind()) {
            case CHILD_CONTEXT -> hasCheckpoint(operation.call(), way, true);
            case WITH_RETRY -> hasCheckpoint(operation.call(), way, false);
            case BRANCH ->
                operation.call().receiver().map(r -> definitions.of(r, way)).orElse(List.of()).stream()
                        .allMatch(Skips.this::hasCheckpoints);
            default -> true;
        };
    }

    /** Branches have checkpoints unless their parallel is known to say otherwise. */
    private boolean hasCheckpoints(Term parallel) {
        return !(parallel.value() instanceof Value.Result started)
                || hasCheckpoint(started.call(), parallel.way(), true);
    }

    private boolean hasCheckpoint(Site.Call call, Way way, boolean byDefault) {
        Optional<Integer> config = DurableSettings.contextConfig(call.target());
        return config.map(index -> constructions.ofArgument(index, call, way)).stream()
                        .flatMap(List::stream)
                        .flatMap(c -> constructions.given(c, way, DurableSettings::setsCheckpoint).stream())
                        .allMatch(t -> t.map(v -> hasCheckpoint(call, v)).orElse(byDefault))
                && (config.isPresent() || byDefault);
    }

    /** What the operation's configuration is told; what is unknown may be anything. */
    private boolean hasCheckpoint(Site.Call call, Term told) {
        if (told.value() instanceof Value.FieldValue constant) {
            return DurableSettings.isNested(constant.read().field()).orElse(false);
        }
        Optional<Boolean> flag = flag(told);
        boolean negated = DurableSdk.kindByName(call.target())
                .filter(OperationKind.CHILD_CONTEXT::equals)
                .isPresent();
        return flag.isPresent() && flag.get() != negated;
    }

    private Optional<Boolean> flag(Term term) {
        if (term.value() instanceof Value.Constant constant) {
            return Optional.of(
                    !constant.constant().equals(false) && !constant.constant().equals(0));
        }
        return Optional.empty();
    }
}
