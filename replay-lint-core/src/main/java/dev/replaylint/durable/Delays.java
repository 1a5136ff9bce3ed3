package dev.replaylint.durable;

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
final class Delays {

    private static final String DURATION = Duration.class.getName();

    private static final Map<String, LongFunction<Duration>> UNITS = Map.of(
            "ofMillis", Duration::ofMillis,
            "ofSeconds", Duration::ofSeconds,
            "ofMinutes", Duration::ofMinutes,
            "ofHours", Duration::ofHours,
            "ofDays", Duration::ofDays);

    private final Definitions definitions;

    Delays(Definitions definitions) {
        this.definitions = definitions;
    }

    /** What a {@code wait} is given; empty if that differs, or nobody knows. */
    Optional<Duration> ofWait(Operation operation) {
        Site.Call call = operation.call();
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        boolean waits = operation.kind() == OperationKind.WAIT
                && parameters.size() > 1
                && Descriptors.className(parameters.get(1)).equals(DURATION);
        return waits ? of(call.arguments().get(1), Way.to(operation.visit())) : Optional.empty();
    }

    /** The duration that a value is on all these ways. */
    Optional<Duration> of(Value value, List<Way> ways) {
        Set<Optional<Duration>> found = new LinkedHashSet<>();
        for (Way way : ways) {
            definitions.of(value, way).forEach(t -> found.add(duration(t)));
        }
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
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
