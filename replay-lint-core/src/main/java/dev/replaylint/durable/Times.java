package dev.replaylint.durable;

import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Durations that stand in the code. */
record Times(Definitions definitions) {

    private static final String DURATION = "java.time.Duration";
    private static final Set<String> ARITHMETIC = Set.of("*", "+", "-");
    private static final String UNIT = "java.time.temporal.ChronoUnit";

    /** All that the value can be, as far as it is constant. */
    List<Duration> of(Value value, Way way) {
        List<Duration> found = new ArrayList<>();
        definitions.of(value, way).forEach(t -> constant(t).ifPresent(found::add));
        return found;
    }

    /** What the value is, if it can be nothing else. */
    Optional<Duration> only(Value value, Way way) {
        List<Term> terms = definitions.of(value, way);
        return terms.size() == 1 ? constant(terms.get(0)) : Optional.empty();
    }

    private Optional<Duration> constant(Term term) {
        if (term.value() instanceof Value.FieldValue field) {
            boolean zero = field.read().field().owner().equals(DURATION)
                    && field.read().field().name().equals("ZERO");
            return zero ? Optional.of(Duration.ZERO) : Optional.empty();
        }
        if (!(term.value() instanceof Value.Result result)
                || !result.call().target().owner().equals(DURATION)
                || result.call().receiver().isPresent()) {
            return Optional.empty();
        }
        try {
            return made(result.call(), term.way());
        } catch (ArithmeticException | DateTimeException e) {
            // Too long for a duration, or no duration at all: the code fails there by itself.
            return Optional.empty();
        }
    }

    private Optional<Duration> made(Site.Call call, Way way) {
        String name = call.target().name();
        if (name.equals("parse")) {
            return literal(call, 0, way).map(t -> Duration.parse(String.valueOf(t)));
        }
        Optional<Long> amount =
                literal(call, 0, way).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
        if (call.arguments().size() == 1) {
            return amount.flatMap(a -> unit(name).map(u -> Duration.of(a, u)));
        }
        return name.equals("of")
                        && call.arguments().get(1) instanceof Value.FieldValue field
                        && field.read().field().owner().equals(UNIT)
                ? amount.map(a ->
                        Duration.of(a, ChronoUnit.valueOf(field.read().field().name())))
                : Optional.empty();
    }

    private static Optional<ChronoUnit> unit(String factory) {
        for (ChronoUnit unit : ChronoUnit.values()) {
            if (factory.equals("of" + unit)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** A constant that is the only possibility. */
    private Optional<Object> literal(Site.Call call, int index, Way way) {
        return literal(call.arguments().get(index), way);
    }

    private Optional<Object> literal(Value value, Way way) {
        List<Term> terms = definitions.of(value, way);
        if (terms.size() != 1) {
            return Optional.empty();
        }
        Term only = terms.get(0);
        if (only.value() instanceof Value.Derived derived
                && derived.operands().size() == 2
                && ARITHMETIC.contains(derived.operator())) {
            return literal(derived.operands().get(0), only.way())
                    .flatMap(left -> literal(derived.operands().get(1), only.way())
                            .flatMap(right -> computed(derived.operator(), left, right)));
        }
        return only.value() instanceof Value.Constant constant ? Optional.of(constant.constant()) : Optional.empty();
    }

    /** Sources have the expressions that a compiler folds. */
    private static Optional<Object> computed(String operator, Object left, Object right) {
        if (!(left instanceof Number one) || !(right instanceof Number other)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operator) {
                    case "*" -> Math.multiplyExact(one.longValue(), other.longValue());
                    case "+" -> Math.addExact(one.longValue(), other.longValue());
                    default -> Math.subtractExact(one.longValue(), other.longValue());
                });
    }
}
