package dev.replaylint.durable;

import dev.replaylint.durable.Construction.Made;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** How long operations wait, where the code says so with a literal or constant. */
public final class Delays {

    private static final String DURATION = Duration.class.getName();

    private static final Map<String, LongFunction<Duration>> UNITS = Map.of(
            "ofMillis", Duration::ofMillis,
            "ofSeconds", Duration::ofSeconds,
            "ofMinutes", Duration::ofMinutes,
            "ofHours", Duration::ofHours,
            "ofDays", Duration::ofDays);

    private final Definitions definitions;
    private final Constructions constructions;

    Delays(Definitions definitions, Constructions constructions) {
        this.definitions = definitions;
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
                    .forEach(w -> found.add(duration(call.arguments().get(1), w)));
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
                .flatMap(m -> duration(m.call().arguments().get(0), m.way()));
    }

    private static Optional<Duration> only(Set<Optional<Duration>> found) {
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
    }

    private Optional<Duration> duration(Value value, Way way) {
        List<Term> terms = definitions.of(value, way);
        return terms.size() == 1 ? duration(terms.get(0)) : Optional.empty();
    }

    private Optional<Duration> duration(Term term) {
        if (!(term.value() instanceof Value.Result result)
                || !result.call().target().owner().equals(DURATION)
                || result.call().arguments().size() != 1) {
            return Optional.empty();
        }
        Optional<LongFunction<Duration>> unit =
                Optional.ofNullable(UNITS.get(result.call().target().name()));
        List<Term> numbers = definitions.of(result.call().arguments().get(0), term.way());
        return numbers.size() == 1
                        && numbers.get(0).value() instanceof Value.Constant constant
                        && constant.constant() instanceof Number number
                ? unit.flatMap(u -> made(u, number.longValue()))
                : Optional.empty();
    }

    private static Optional<Duration> made(LongFunction<Duration> unit, long number) {
        try {
            return Optional.of(unit.apply(number));
        } catch (ArithmeticException e) {
            // Longer than a duration can be.
            return Optional.empty();
        }
    }
}
