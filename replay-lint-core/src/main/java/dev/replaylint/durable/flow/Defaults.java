package dev.replaylint.durable.flow;

import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values in whose place another stands if they are not given: {@code attempts == 0 ? 3 : attempts}, {@code delay == null ? …}. */
final class Defaults {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">");

    private Defaults() {}

    /** The one of two values that a condition compares with zero or null to decide between them. */
    static Optional<Value> asked(Value condition, Value.Join choice) {
        if (choice.operands().size() != 2) {
            return Optional.empty();
        }
        Value tested = condition.settled();
        if (tested instanceof Value.Derived test) {
            boolean unset = COMPARISONS.contains(test.operator())
                    && test.operands().size() == 2
                    && isNothing(test.operands().get(1).settled());
            tested = unset ? test.operands().get(0).settled() : Value.Unknown.UNKNOWN;
        }
        // Class files compare with zero without a zero (JVMS 6.5, ifeq).
        return Optional.of(tested).filter(choice.operands()::contains);
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Null
                || value instanceof Value.Constant c && c.constant() instanceof Number n && n.longValue() == 0;
    }

    /** Whether there is such a value; empty if that is not known. */
    static Optional<Boolean> isGiven(List<Term> possible) {
        if (possible.size() != 1) {
            return Optional.empty();
        }
        Value only = possible.get(0).value();
        if (only instanceof Value.Null) {
            return Optional.of(false);
        }
        return only instanceof Value.Constant c
                ? Optional.of(!(c.constant() instanceof Number n) || n.longValue() > 0)
                : Optional.empty();
    }
}
