package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Places where a collection has one element at most, so that it has no other order: {@code if (tags.size() == 1) …}. */
final class OnlyElement {

    /** What makes several elements of one. */
    private static final Pattern MULTIPLYING = Pattern.compile("flatMap.*|mapMulti.*|concat");

    private OnlyElement() {}

    /** Whether the size of a collection, or of what it is a view of, was asked for on the way to a site with these conditions. */
    static boolean is(Value collection, List<Condition> conditions) {
        Set<Value> views = new LinkedHashSet<>();
        Optional<Value> at = Optional.of(collection.settled());
        while (at.isPresent() && views.add(at.get())) {
            at = at.get() instanceof Value.Result view
                            && !view.call().isAllocation()
                            && !MULTIPLYING.matcher(view.call().target().name()).matches()
                    ? view.call().receiver().map(Value::settled)
                    : Optional.empty();
        }
        return conditions.stream().anyMatch(c -> isAtMostOne(c, views));
    }

    /** Whether a body fails if an iterator has more than the element that a call takes. */
    static boolean isTaken(Site.Call next, Body body) {
        return next.target().name().equals("next")
                && body.flow().after(next, Walk.ANYWHERE).stream()
                        .filter(Site.Throw.class::isInstance)
                        .flatMap(t -> t.context().conditions().stream())
                        .anyMatch(c -> c.outcome() == 0
                                && c.value().settled() instanceof Value.Result more
                                && more.call().target().name().equals("hasNext")
                                && more.call().receiver().equals(next.receiver()));
    }

    private static boolean isAtMostOne(Condition condition, Set<Value> views) {
        if (!(condition.value().settled() instanceof Value.Derived test)
                || test.operands().size() != 2) {
            return false;
        }
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        boolean holds = condition.outcome() == 0;
        return isAtMostOne(left, right, test.operator(), holds, views)
                || isAtMostOne(right, left, Counting.turned(test.operator()), holds, views);
    }

    private static boolean isAtMostOne(Value size, Value number, String operator, boolean holds, Set<Value> views) {
        return number instanceof Value.Constant c
                && c.constant() instanceof Integer n
                && LoopBounds.measuredBy(size)
                        .map(Value::settled)
                        .filter(views::contains)
                        .isPresent()
                && Guards.limit(operator, n, holds).filter(most -> most <= 1).isPresent();
    }
}
