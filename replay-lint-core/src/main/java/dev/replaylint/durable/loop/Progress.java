package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Loops whose rounds take a variable on, be it in more than one step, with methods of the platform's immutable numbers and times, or
 * by a search in a text: {@code end = Math.min(to, from + 1000); from = end}, {@code left = left.subtract(part)}, {@code from =
 * text.indexOf(',', from) + 1}. By how much is not computed; but no answer of an
 * operation decides it.
 */
final class Progress {

    private static final int DEEPEST = 12;
    private static final Set<String> STEPS = Set.of("+", "-", "++", "--", "+=", "-=", "*", "/", "<<", ">>", ">>>");

    /** Whose values never change, so that what a method makes of one has to be assigned. */
    private static final Pattern NUMBERS = Pattern.compile("java\\.(math|time)\\..*|java\\.lang\\.(Strict)?Math|"
            + "java\\.lang\\.(Integer|Long|Short|Double|Float|Comparable)");

    /** The methods of those that make another value of one. */
    private static final Pattern STEPPING =
            Pattern.compile("(plus|minus|add|subtract|multipl|divide|floorDiv|shift|increment|decrement|sum|sqrt).*");

    private static final Pattern TEXTS = Pattern.compile("java\\.lang\\.(String|StringBuilder|StringBuffer)");
    private static final Set<String> SEARCHES = Set.of("indexOf", "lastIndexOf");
    private static final String BITS = "java.util.BitSet";
    private static final Set<String> SET_BITS = Set.of("nextSetBit", "previousSetBit");

    private final Context.Loop loop;
    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;
    private final Set<Located> seen = new HashSet<>();
    private final Set<Value.Join> variables = new LinkedHashSet<>();
    private final List<Located> others = new ArrayList<>();

    private Progress(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        this.loop = loop;
        this.frame = frame;
        this.program = program;
        this.trail = trail;
    }

    /** What a variable that each round takes on goes from and to, if that ends the loop. */
    static Optional<List<Located>> ends(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        return loop.exits().stream()
                .filter(e -> !Answers.decide(List.of(e), loop, frame, program, trail))
                .flatMap(e -> new Progress(loop, frame, program, trail).ends(e).stream())
                .findFirst();
    }

    private Optional<List<Located>> ends(Value exit) {
        look(new Located(exit, frame), DEEPEST);
        return variables.stream()
                .filter(v -> !v.keeps())
                .map(this::starts)
                .filter(starts -> !starts.isEmpty())
                .map(starts -> Stream.concat(starts.stream(), others.stream()).toList())
                .findFirst();
    }

    /** What a variable is before the first round; nothing if the rounds do not take it on. */
    private List<Located> starts(Value.Join variable) {
        List<Located> all =
                variable.operands().stream().map(v -> new Located(v, frame)).toList();
        List<Located> starts =
                all.stream().filter(v -> !isOn(v, variable, DEEPEST)).toList();
        return starts.size() < all.size() ? starts : List.of();
    }

    /** Finds the variables that a condition is on, and what else it asks. */
    private void look(Located at, int depth) {
        if (depth == 0 || !seen.add(at)) {
            return;
        }
        Value value = at.value();
        if (value instanceof Value.Derived test) {
            look(test.operands(), at.frame(), depth);
        } else if (value instanceof Value.Join join) {
            if (at.frame() == frame && !starts(join).isEmpty()) {
                variables.add(join);
            } else {
                look(join.operands(), at.frame(), depth);
                look(at.frame() == frame ? List.of() : join.deciders(), at.frame(), depth);
            }
        } else {
            lookBehind(at, depth);
        }
    }

    private void look(List<Value> values, CallFrame at, int depth) {
        values.forEach(v -> look(new Located(v, at), depth - 1));
    }

    private void lookBehind(Located at, int depth) {
        Optional<Located> before = trail.before(at);
        List<Located> returned = returned(at);
        List<Value> operands = operands(at.value());
        if (before.isPresent()) {
            look(before.get(), depth - 1);
        } else if (!returned.isEmpty()) {
            returned.forEach(r -> look(r, depth - 1));
        } else if (!operands.isEmpty()) {
            look(operands, at.frame(), depth);
        }
        if (operands.isEmpty() && before.isEmpty() && returned.isEmpty()
                || searched(at.value()).isPresent()) {
            others.add(at);
        }
    }

    /** What the methods of the project return that a value is the result of, and what decides which of that. */
    private List<Located> returned(Located at) {
        if (!(at.value() instanceof Value.Result result)
                || DurableSdk.operation(result.call().target(), program).isPresent()) {
            return List.of();
        }
        return trail.calls(result.call(), at.frame()).stream()
                .filter(e -> !at.frame().runs(e.callee()))
                .map(e -> trail.enter(e, at.frame()))
                .flatMap(callee -> callee.visit()
                        .returns()
                        .flatMap(r -> Stream.concat(
                                r.value().stream(),
                                r.context().conditions().stream().map(Context.Condition::value)))
                        .map(v -> new Located(v, callee)))
                .toList();
    }

    /** What a number or time is computed from, or compared with. */
    private static List<Value> operands(Value value) {
        if (value instanceof Value.Derived computed) {
            return STEPS.contains(computed.operator()) ? computed.operands() : List.of();
        }
        if (value instanceof Value.Result result && (isOfNumbers(result.call()) || isOfBits(result.call()))) {
            return isOfBits(result.call()) ? result.call().arguments() : Operands.all(result.call());
        }
        return search(value).filter(c -> c.arguments().size() > 1).stream()
                .map(c -> c.arguments().get(1))
                .toList();
    }

    /** A call that looks for the next bit of a set. */
    private static boolean isOfBits(Site.Call call) {
        return call.target().owner().equals(BITS)
                && SET_BITS.contains(call.target().name());
    }

    /** The text in which a call looks for the next place of something. */
    static Optional<Value> searched(Value value) {
        return search(value).flatMap(Site.Call::receiver);
    }

    private static Optional<Site.Call> search(Value value) {
        return value instanceof Value.Result result
                        && SEARCHES.contains(result.call().target().name())
                        && TEXTS.matcher(result.call().target().owner()).matches()
                ? Optional.of(result.call())
                : Optional.empty();
    }

    /** Whether a call is one of a number or time of the platform. */
    static boolean isOfNumbers(Site.Call call) {
        return NUMBERS.matcher(call.target().owner()).matches();
    }

    /** Whether a value is a step on from a variable, and never the variable itself. */
    private boolean isOn(Located at, Value.Join variable, int depth) {
        if (depth == 0) {
            return false;
        }
        if (at.value() instanceof Value.Join join) {
            return join != variable
                    && join.operands().stream().noneMatch(o -> o.settled() == variable)
                    && join.operands().stream().anyMatch(o -> isOn(new Located(o, at.frame()), variable, depth - 1));
        }
        List<Value> operands = operands(at.value());
        if (operands.isEmpty()) {
            return isReturnedOn(at, variable, depth);
        }
        if (isTakenBack(at.value(), operands)) {
            return false;
        }
        boolean steps = at.value() instanceof Value.Derived
                || search(at.value()).isEmpty()
                        && STEPPING.matcher(((Value.Result) at.value())
                                        .call()
                                        .target()
                                        .name())
                                .matches();
        return operands.stream()
                .map(o -> new Located(o, at.frame()))
                .anyMatch(o -> isOn(o, variable, depth - 1) || steps && isFrom(o, variable, depth - 1));
    }

    /** Whether operations may say that it goes no further than it was: {@code Math.min(level + 1, said)}. */
    private boolean isTakenBack(Value value, List<Value> operands) {
        boolean least = value instanceof Value.Result result
                && result.call().target().name().equals("min")
                && operands.stream()
                        .anyMatch(o -> o.settled() instanceof Value.Derived step
                                && step.operator().startsWith("+"));
        return least && Answers.decide(operands, loop, frame, program, trail);
    }

    /** What helpers return, and the values that they are given. */
    private boolean isReturnedOn(Located at, Value.Join variable, int depth) {
        Optional<Located> before = trail.before(at);
        if (before.isPresent()) {
            return isOn(before.get(), variable, depth - 1);
        }
        if (!(at.value() instanceof Value.Result)) {
            return false;
        }
        List<Located> returned = returned(at).stream()
                .filter(r -> !(r.value() instanceof Value.Derived test) || STEPS.contains(test.operator()))
                .toList();
        return returned.stream().anyMatch(r -> isOn(r, variable, depth - 1))
                && returned.stream().noneMatch(r -> isVariable(r, variable));
    }

    private boolean isVariable(Located at, Value.Join variable) {
        return trail.follow(at.value(), at.frame()).value() == variable;
    }

    private boolean isFrom(Located at, Value.Join variable, int depth) {
        return isVariable(at, variable)
                || depth > 0
                        && operands(at.value()).stream()
                                .anyMatch(o -> isFrom(new Located(o, at.frame()), variable, depth - 1));
    }
}
