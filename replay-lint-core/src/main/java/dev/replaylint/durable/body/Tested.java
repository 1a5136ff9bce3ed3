package dev.replaylint.durable.body;

import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether code looks at a value before it takes it: {@code d.compareTo(MIN) < 0}. That it is there at all is no such question. */
public final class Tested {

    private static final int DEEPEST = 4;

    private Tested() {}

    /** What decides that a site runs. */
    public static List<Value> conditions(Site site) {
        return site.context().conditions().stream().map(Condition::value).toList();
    }

    /** Whether one of the conditions asks about the value, or about what the platform makes it of. */
    public static boolean by(List<Value> conditions, Value value) {
        List<Value> parts = new ArrayList<>();
        collect(value.settled(), DEEPEST, c -> c.target().isOfPlatform(), parts);
        List<Value> asked = new ArrayList<>();
        conditions.forEach(c -> collect(c.settled(), DEEPEST, call -> true, asked));
        return asked.stream().anyMatch(c -> parts.stream().anyMatch(p -> SameValue.test(p, c)));
    }

    /** A value and what it is made of; through calls that are to be looked through. */
    private static void collect(Value value, int depth, Predicate<Site.Call> through, List<Value> found) {
        boolean plain = value instanceof Value.Constant
                || value instanceof Value.Null
                || value instanceof Value.This
                || value instanceof Value.Unknown;
        if (plain || depth <= 0) {
            return;
        }
        found.add(value);
        List<Value> operands = new ArrayList<>();
        if (value instanceof Value.Derived derived && !isAboutPresence(value)) {
            operands.addAll(derived.operands());
        } else if (value instanceof Value.Result result && through.test(result.call())) {
            operands.addAll(Operands.all(result.call()));
        }
        operands.forEach(o -> collect(o.settled(), depth - 1, through, found));
    }

    /** Whether a condition only asks whether something is there at all. */
    public static boolean isAboutPresence(Value condition) {
        return presence(condition).isPresent();
    }

    /** The test whether something is there that a condition is. */
    public static Optional<Value.Derived> presence(Value condition) {
        Value asked = condition instanceof Value.Join join ? join.test().orElse(join) : condition;
        return asked instanceof Value.Derived test && test.operands().contains(Value.Null.NULL)
                ? Optional.of(test)
                : Optional.empty();
    }
}
