package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Construction;
import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Given;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds callbacks that wait without end. One that somebody has to keep alive by heartbeats ends as well. */
public final class Callbacks {

    private final Program program;
    private final Constructions constructions;

    public Callbacks(Program program, Constructions constructions) {
        this.program = program;
        this.constructions = constructions;
    }

    public List<OpenCallback> open(List<Started> started) {
        List<OpenCallback> found = new ArrayList<>();
        for (Started callback : started) {
            if (DurableSettings.isCallback(callback.operation().kind())) {
                open(callback).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<OpenCallback> open(Started callback) {
        Operation operation = callback.operation();
        Optional<Integer> index =
                DurableSettings.callbackConfig(operation.call().target());
        CallPath path = Given.path(index, callback, program);
        if (index.isEmpty()) {
            return Optional.of(new OpenCallback(operation, path, false));
        }
        boolean open = constructions.ofArgument(index.get(), operation.call(), callback.way()).stream()
                .anyMatch(this::isOpen);
        return open ? Optional.of(new OpenCallback(operation, path, true)) : Optional.empty();
    }

    private boolean isOpen(Construction config) {
        Optional<Made> inner =
                config.last(m -> DurableSettings.setsCallbackConfig(m.call().target()));
        if (inner.isPresent()) {
            Made made = inner.get();
            return made.certain()
                    && constructions.ofArgument(0, made.call(), made.way()).stream()
                            .anyMatch(this::isOpen);
        }
        return config.whole()
                && config.last(m -> DurableSettings.setsTimeout(m.call().target()))
                        .isEmpty();
    }
}
