package dev.replaylint.durable.loop;

import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.ConstantArithmetic;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whole numbers that the code shows: constants, and what it computes of them. */
public record Numbers(ValueTrail trail, Effects effects) {

    private static final int DEEPEST = 8;

    Optional<Long> of(Value value, CallFrame frame) {
        return of(value, frame, DEEPEST);
    }

    private Optional<Long> of(Value value, CallFrame frame, int depth) {
        Located at = trail.follow(value, frame);
        if (at.value() instanceof Value.Constant constant) {
            return number(constant.constant());
        }
        if (at.value() instanceof Value.Derived derived && derived.operands().size() == 2 && depth > 0) {
            Optional<Long> left = of(derived.operands().get(0), at.frame(), depth - 1);
            Optional<Long> right = of(derived.operands().get(1), at.frame(), depth - 1);
            return left.flatMap(a -> right.flatMap(b -> ConstantArithmetic.ofLongs(derived.operator(), a, b)));
        }
        return Optional.empty();
    }

    /** Whether a value is made of constants alone, whether or not it is computed here: {@code Duration.ofHours(2).toSeconds()}. */
    boolean isWritten(Value value, CallFrame frame) {
        return isWritten(value, frame, DEEPEST);
    }

    private boolean isWritten(Value value, CallFrame frame, int depth) {
        Located at = trail.follow(value, frame);
        List<Value> parts = List.of();
        if (at.value() instanceof Value.Derived derived) {
            parts = derived.operands();
        } else if (at.value() instanceof Value.Result result
                && isOfPlatform(result.call().target().owner())) {
            parts = Operands.all(result.call());
        } else if (at.value() instanceof Value.FieldValue field) {
            return field.read().receiver().isEmpty()
                    && isOfPlatform(field.read().field().owner());
        }
        return at.value() instanceof Value.Constant
                || depth > 0 && !parts.isEmpty() && parts.stream().allMatch(p -> isWritten(p, at.frame(), depth - 1));
    }

    /** Whether a value is made of constants, or no more than such a value. */
    boolean isLimited(Value value, CallFrame frame) {
        return isLimited(value, frame, DEEPEST);
    }

    private boolean isLimited(Value value, CallFrame frame, int depth) {
        Located at = trail.follow(value, frame);
        Predicate<Value> limited = v -> isLimited(v, at.frame(), depth - 1);
        boolean bySmallest = depth > 0
                && among(at.value(), Sizing.SMALLEST, effects)
                        .filter(l -> l.stream().anyMatch(limited))
                        .isPresent();
        boolean byGreatest = depth > 0
                && among(at.value(), Sizing.GREATEST, effects)
                        .filter(l -> l.stream().allMatch(limited))
                        .isPresent();
        return bySmallest || byGreatest || isWritten(at.value(), at.frame());
    }

    /** Of what a call gives the smallest, or the greatest. */
    static Optional<List<Value>> among(Value value, Sizing fact, Effects effects) {
        return value instanceof Value.Result result
                        && effects.sizing(result.call().target())
                                .filter(e -> e.fact() == fact)
                                .isPresent()
                ? Optional.of(Operands.all(result.call()))
                : Optional.empty();
    }

    private static boolean isOfPlatform(String owner) {
        return owner.startsWith("java.time.") || owner.startsWith("java.lang.") || owner.startsWith("java.math.");
    }

    private static Optional<Long> number(Object constant) {
        if (constant instanceof Character character) {
            return Optional.of((long) character);
        }
        // `Math.min(50, rows / 7.0)` is given a `50.0` by the compiler (JLS 5.3).
        return constant instanceof Number n && n.doubleValue() == n.longValue()
                ? Optional.of(n.longValue())
                : Optional.empty();
    }

    /** The greatest that a number can be; empty if it is not known. */
    Optional<Long> most(Value value, CallFrame frame) {
        return new Greatest(this).of(value, frame);
    }
}
