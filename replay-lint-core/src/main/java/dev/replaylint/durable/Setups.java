package dev.replaylint.durable;

import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.future.BatchResult;
import dev.replaylint.durable.future.BatchResults;
import dev.replaylint.durable.future.Completions;
import dev.replaylint.durable.payload.Payloads;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.settings.Callbacks;
import dev.replaylint.durable.settings.Delays;
import dev.replaylint.durable.settings.Durations;
import dev.replaylint.durable.settings.OpenCallback;
import dev.replaylint.durable.settings.UnfitDuration;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How operations are set up: the types of their results, their timeouts and delays, what becomes of failures in batches. */
public final class Setups {

    private static final Set<OperationKind> ALL = EnumSet.allOf(OperationKind.class);

    private final Program program;
    private final ReplayModel model;
    private final Definitions definitions;
    private final Constructions constructions;
    private final Lazy<Payloads> payloads;

    Setups(ReplayModel model, Effects effects, Definitions definitions, Constructions constructions) {
        this.program = model.program();
        this.model = model;
        this.definitions = definitions;
        this.constructions = constructions;
        this.payloads =
                new Lazy<>(() -> new Payloads(program, effects, definitions, constructions, model.started(ALL)));
    }

    /** What operations give back, once for each way to them. */
    public Payloads payloads() {
        return payloads.get();
    }

    /** Callbacks that nothing ends if nobody answers, once for each way to them. */
    public List<OpenCallback> openCallbacks() {
        return new Callbacks(program, constructions).open(model.started(ALL));
    }

    /** How long operations wait. */
    public Delays delays() {
        return new Delays(definitions, constructions);
    }

    /** Results of maps and parallels in which nobody looks for failures. */
    public List<BatchResult> uncheckedBatches() {
        Set<OperationKind> batches = EnumSet.of(OperationKind.MAP, OperationKind.PARALLEL);
        return new BatchResults(program, new Completions(definitions, constructions)).unchecked(model.started(batches));
    }

    /** Constant durations that are not waited for as they stand, once for each way to them. */
    public List<UnfitDuration> wrongDurations() {
        return new Durations(program, definitions, constructions)
                .wrong(model.started(ALL), model.visits(Region.REPLAYED));
    }
}
