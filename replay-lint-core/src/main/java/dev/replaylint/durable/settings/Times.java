package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.program.ConstantArithmetic;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Durations that stand in the code, and what it computes of them. */
record Times(Definitions definitions) {

    private static final String DURATION = "java.time.Duration";
    private static final String UNIT = "java.time.temporal.ChronoUnit";
    private static final String MATH = "java.lang.Math";
    private static final String ZERO = "ZERO";
    private static final Set<String> SIGNS = Set.of("isNegative", "isPositive", "isZero");

    /** All that the value can be, as far as it is constant, and no test keeps it from being that. */
    List<Duration> of(Value value, Way way) {
        return of(definitions.untested(value, way));
    }

    List<Duration> of(List<Term> terms) {
        List<Duration> found = new ArrayList<>();
        terms.forEach(t -> constant(t).ifPresent(found::add));
        return found;
    }

    /** What the value is, if it can be nothing else. */
    Optional<Duration> only(Value value, Way way) {
        List<Term> terms = definitions.of(value, way);
        return terms.size() == 1 ? constant(terms.get(0)) : Optional.empty();
    }

    /** Whether a condition only asks whether there is any time: {@code d.isZero()}, {@code d.compareTo(Duration.ZERO) > 0}. */
    static boolean isAboutSign(Value condition) {
        if (condition.settled() instanceof Value.Derived derived) {
            return derived.operands().stream().anyMatch(Times::isAboutSign);
        }
        return condition.settled() instanceof Value.Result result
                && result.call().target().owner().equals(DURATION)
                && (SIGNS.contains(result.call().target().name())
                        || result.call().arguments().stream().anyMatch(Times::isZero));
    }

    private static boolean isZero(Value value) {
        return value.settled() instanceof Value.FieldValue field
                && isConstant(field.read().field(), DURATION, ZERO);
    }

    private static boolean isConstant(FieldKey field, String owner, String name) {
        return field.owner().equals(owner) && field.name().equals(name);
    }

    private Optional<Duration> constant(Term term) {
        if (isZero(term.value())) {
            return Optional.of(Duration.ZERO);
        }
        if (!(term.value() instanceof Value.Result result)
                || !result.call().target().owner().equals(DURATION)) {
            return Optional.empty();
        }
        try {
            return result.call().receiver().isPresent()
                    ? only(result.call().receiver().get(), term.way())
                            .flatMap(d -> computed(d, result.call(), term.way()))
                    : made(result.call(), term.way());
        } catch (ArithmeticException | DateTimeException e) {
            // Too long for a duration, or no duration at all: the code fails there by itself.
            return Optional.empty();
        }
    }

    /** Whether a call makes a duration of what it is given. */
    static boolean isMade(Site.Call call) {
        return call.target().owner().equals(DURATION) && call.receiver().isEmpty();
    }

    private Optional<Duration> made(Site.Call call, Way way) {
        String name = call.target().name();
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        if (name.equals("parse")) {
            return literal(call.arguments().get(0), way).map(t -> Duration.parse(String.valueOf(t)));
        }
        return name.startsWith("of") ? amount(call, name.substring("of".length()), way) : Optional.empty();
    }

    private Optional<Duration> computed(Duration before, Site.Call call, Way way) {
        String name = call.target().name();
        if (call.arguments().isEmpty()) {
            return switch (name) {
                case "abs" -> Optional.of(before.abs());
                case "negated" -> Optional.of(before.negated());
                default -> Optional.empty();
            };
        }
        if (name.startsWith("plus")) {
            return amount(call, name.substring("plus".length()), way).map(before::plus);
        }
        if (name.startsWith("minus")) {
            return amount(call, name.substring("minus".length()), way).map(before::minus);
        }
        return switch (name) {
            case "multipliedBy" -> number(call.arguments().get(0), way).map(before::multipliedBy);
            case "dividedBy" -> number(call.arguments().get(0), way).map(before::dividedBy);
            case "truncatedTo" -> unit(call.arguments().get(0)).map(before::truncatedTo);
            case "withSeconds" -> number(call.arguments().get(0), way).map(before::withSeconds);
            default -> Optional.empty();
        };
    }

    /** What a call is given: a duration, a number of what its name says, a number and a unit. */
    private Optional<Duration> amount(Site.Call call, String unit, Way way) {
        Value first = call.arguments().get(0);
        if (call.arguments().size() == 1) {
            return unit.isEmpty()
                    ? only(first, way)
                    : unit(unit).flatMap(u -> number(first, way).map(n -> Duration.of(n, u)));
        }
        Value second = call.arguments().get(1);
        return number(first, way)
                .flatMap(n -> unit.isEmpty()
                        ? unit(second).map(u -> Duration.of(n, u))
                        : number(second, way).map(nanos -> Duration.ofSeconds(n, nanos)));
    }

    /** By what it is called in names of methods. */
    private static Optional<ChronoUnit> unit(String name) {
        return Stream.of(ChronoUnit.values())
                .filter(u -> u.toString().equals(name))
                .findFirst();
    }

    private static Optional<ChronoUnit> unit(Value value) {
        return Stream.of(ChronoUnit.values())
                .filter(u -> value.settled() instanceof Value.FieldValue field
                        && isConstant(field.read().field(), UNIT, u.name()))
                .findFirst();
    }

    private Optional<Long> number(Value value, Way way) {
        return literal(value, way).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
    }

    /** A constant that is the only possibility, or is computed of such. */
    private Optional<Object> literal(Value value, Way way) {
        List<Term> terms = definitions.of(value, way);
        if (terms.size() != 1) {
            return Optional.empty();
        }
        Term only = terms.get(0);
        if (only.value() instanceof Value.Derived derived && derived.operands().size() == 2) {
            return both(derived.operands(), only.way())
                    .flatMap(b -> ConstantArithmetic.binary(derived.operator(), b.get(0), b.get(1)));
        }
        if (only.value() instanceof Value.Result result
                && isChoice(result.call().target())) {
            return both(result.call().arguments(), only.way())
                    .flatMap(b -> chosen(result.call().target().name(), b.get(0), b.get(1)));
        }
        return only.value() instanceof Value.Constant constant ? Optional.of(constant.constant()) : Optional.empty();
    }

    private Optional<List<Object>> both(List<Value> operands, Way way) {
        return literal(operands.get(0), way)
                .flatMap(left -> literal(operands.get(1), way).map(right -> List.of(left, right)));
    }

    private static boolean isChoice(MethodKey call) {
        return call.owner().equals(MATH) && Set.of("min", "max").contains(call.name()) && call.arity() == 2;
    }

    private static Optional<Object> chosen(String name, Object left, Object right) {
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return Optional.empty();
        }
        boolean less = Double.compare(a.doubleValue(), b.doubleValue()) < 0;
        return Optional.of(less == name.equals("min") ? left : right);
    }
}
