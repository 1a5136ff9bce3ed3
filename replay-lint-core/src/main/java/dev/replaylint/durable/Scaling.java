package dev.replaylint.durable;

import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;

/**
 * Loops whose variable is multiplied, divided or shifted each time round, or loses a bit: {@code i *= 2}, {@code n >>>= 1},
 * {@code bits &= bits - 1}. A number has 64 bits.
 */
final class Scaling {

    /** No such loop runs longer. */
    static final long MOST = 64;

    private static final Set<String> OPERATORS = Set.of("*", "/", "<<", ">>", ">>>");

    private Scaling() {}

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
}
