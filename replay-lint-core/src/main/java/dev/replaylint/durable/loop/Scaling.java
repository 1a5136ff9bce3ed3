package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Round;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loops whose variable is multiplied, divided or shifted each time round, or loses a bit: {@code i *= 2}, {@code n >>>= 1},
 * {@code bits &= bits - 1}. A number has 64 bits.
 */
public final class Scaling {

    /** No such loop runs longer. */
    static final long MOST = 64;

    private static final Set<String> HALVING = Set.of("/", ">>", ">>>");
    private static final Set<String> OPERATORS = Set.of("*", "/", "<<", ">>", ">>>");

    private static final Set<String> CLOSED = Set.of("<=", ">");

    private Scaling() {}

    /**
     * Whether a condition of a loop is on two numbers between which each round leaves half, whichever: {@code middle = (low + high) / 2; if
     * (found) high = middle; else low = middle + 1}. It must leave less, also between two numbers next to each other.
     */
    static boolean halves(Context.Loop loop, Body body, Program program) {
        for (Value exit : loop.exits()) {
            if (exit.settled() instanceof Value.Derived test && test.operands().size() == 2) {
                Value left = test.operands().get(0).settled();
                Value right = test.operands().get(1).settled();
                boolean closed = CLOSED.contains(test.operator());
                boolean opposite = CLOSED.contains(Exclusion.turned(test.operator()));
                boolean far = left instanceof Value.Derived way
                        && way.operator().equals("-")
                        && number(right) + (closed ? 1 : 0) > 1
                        && halves(way.operands().get(1), way.operands().get(0), 0, loop, body, program);
                if (far
                        || halves(left, right, closed ? 2 : 1, loop, body, program)
                        || halves(right, left, opposite ? 2 : 1, loop, body, program)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code apart}: by how much both together must leave out the middle. */
    private static boolean halves(Value first, Value second, int apart, Context.Loop loop, Body body, Program program) {
        if (!(first.settled() instanceof Value.Join low && low.isAt(loop.number()))
                || !(second.settled() instanceof Value.Join high && high.isAt(loop.number()))) {
            return false;
        }
        Optional<Set<Round>> rounds = body.flow().rounds(loop, List.of(low, high), s -> false, program);
        for (Round round : rounds.orElse(Set.of())) {
            Value lower = round.values().get(0);
            Value upper = round.values().get(1);
            double up = lower == low ? 1 : past(lower, low, high);
            double down = upper == high ? 1 : -past(upper, low, high);
            boolean less = up >= Math.min(apart, 1) && down >= Math.max(apart - 1, 0);
            if (lower == low && upper == high || !less) {
                return false;
            }
        }
        return rounds.isPresent();
    }

    /** How far a number is past the middle of two, if it is known to be near that. */
    private static double past(Value value, Value low, Value high) {
        if (value instanceof Value.Derived computed && computed.operands().size() == 2) {
            Set<Value> parts = new LinkedHashSet<>();
            boolean plus = computed.operator().equals("+");
            Value by = computed.operands().get(1).settled();
            if ((plus || computed.operator().equals("-")) && by instanceof Value.Constant) {
                return past(computed.operands().get(0).settled(), low, high) + (plus ? number(by) : -number(by));
            }
            boolean middle = dividesInto(value, parts, OPERATORS.size());
            return middle && parts.size() == 3 && parts.containsAll(List.of(low, high)) ? 0 : Double.NaN;
        }
        return Double.NaN;
    }

    private static double number(Value value) {
        return value instanceof Value.Constant c && c.constant() instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    /** Whether a condition of a loop tests such a variable. */
    static boolean isTested(Value condition) {
        Value settled = condition.settled();
        if (settled instanceof Value.Derived test) {
            return test.operands().stream().anyMatch(o -> isVariable(o.settled()));
        }
        return isVariable(settled);
    }

    private static boolean isVariable(Value value) {
        if (!(value instanceof Value.Join join)) {
            return false;
        }
        List<Value> next = join.operands().stream().map(Value::settled).toList();
        return next.stream().anyMatch(n -> scales(n, join))
                && next.stream().filter(n -> !scales(n, join)).count() == 1;
    }

    private static boolean scales(Value next, Value.Join variable) {
        if (!(next instanceof Value.Derived computed) || computed.operands().size() != 2) {
            return false;
        }
        String operator = computed.operator().replace("=", "");
        Value left = computed.operands().get(0).settled();
        Value right = computed.operands().get(1).settled();
        return left == variable
                && (OPERATORS.contains(operator) && isMore(right, operator)
                        || operator.equals("&") && isOneLess(right, variable));
    }

    /** Whether a value is the variable divided by more than one. */
    static boolean divides(Value next, Value.Join variable) {
        return next instanceof Value.Derived computed
                && HALVING.contains(computed.operator())
                && scales(next, variable);
    }

    private static boolean isMore(Value factor, String operator) {
        boolean shifts = operator.length() > 1;
        return factor instanceof Value.Constant c
                && c.constant() instanceof Number n
                && n.longValue() > (shifts ? 0 : 1);
    }

    private static boolean isOneLess(Value value, Value.Join variable) {
        return value instanceof Value.Derived less
                && less.operator().equals("-")
                && less.operands().get(0).settled() == variable;
    }

    /** Whether a number is computed by a division; collects what of. */
    public static boolean dividesInto(Value value, Set<Value> parts, int depth) {
        if (depth == 0 || !(value instanceof Value.Derived computed)) {
            parts.add(value);
            return false;
        }
        boolean divides = HALVING.contains(computed.operator());
        for (Value operand : computed.operands()) {
            divides |= dividesInto(operand.settled(), parts, depth - 1);
        }
        return divides;
    }
}
