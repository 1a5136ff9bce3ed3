package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Construction;
import dev.replaylint.durable.flow.Construction.Made;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How long operations wait, where the code says so with a literal or constant. */
public final class Delays {

    private static final String DURATION = Duration.class.getName();

    private final Times times;
    private final Constructions constructions;

    public Delays(Definitions definitions, Constructions constructions) {
        this.times = new Times(definitions);
        this.constructions = constructions;
    }

    /** What a {@code wait} is given; empty if that differs, or nobody knows. */
    public Optional<Duration> ofWait(Operation operation) {
        Site.Call call = operation.call();
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        boolean waits = operation.kind() == OperationKind.WAIT
                && parameters.size() > 1
                && Descriptors.className(parameters.get(1)).equals(DURATION);
        Set<Optional<Duration>> found = new LinkedHashSet<>();
        if (waits) {
            Way.to(operation.visit())
                    .forEach(w -> found.add(times.only(call.arguments().get(1), w)));
        }
        return only(found);
    }

    /** After what time a callback fails that nobody answers; empty if that differs, or nobody knows. */
    public Optional<Duration> ofCallback(Operation operation) {
        Site.Call call = operation.call();
        Set<Optional<Duration>> found = new LinkedHashSet<>();
        if (DurableSettings.isCallback(operation.kind())) {
            for (Way way : Way.to(operation.visit())) {
                DurableSettings.callbackConfig(call.target()).stream()
                        .flatMap(i -> constructions.ofArgument(i, call, way).stream())
                        .forEach(c -> found.add(timeout(c)));
            }
        }
        return only(found);
    }

    private Optional<Duration> timeout(Construction config) {
        Optional<Made> inner =
                config.last(m -> DurableSettings.setsCallbackConfig(m.call().target()));
        if (inner.isPresent()) {
            Made made = inner.get();
            List<Construction> configs = constructions.ofArgument(0, made.call(), made.way());
            return configs.size() == 1 ? timeout(configs.get(0)) : Optional.empty();
        }
        return config.last(m -> DurableSettings.setsWholeTimeout(m.call().target()))
                .filter(Made::certain)
                .flatMap(m -> times.only(m.call().arguments().get(0), m.way()));
    }

    private static Optional<Duration> only(Set<Optional<Duration>> found) {
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
    }
}
