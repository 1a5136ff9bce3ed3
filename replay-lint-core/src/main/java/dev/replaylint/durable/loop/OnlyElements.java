package dev.replaylint.durable.loop;

import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells where a collection has one element at most, as the code around has asked: then its order does not count. */
public final class OnlyElements {

    private final Effects effects;

    public OnlyElements(Effects effects) {
        this.effects = effects;
    }

    /** Whether there is one element at most of what a site goes through or takes from. */
    public boolean is(Value elements, Site site, Body body) {
        return holders(elements.settled())
                .anyMatch(
                        h -> site.context().conditions().stream().anyMatch(c -> limits(c, h)) || isLast(h, site, body));
    }

    /** The value, and what has the elements that it gives: the set of its iterator, or of a stream. */
    private Stream<Value> holders(Value elements) {
        return Stream.iterate(Optional.of(elements), Optional::isPresent, v -> v.flatMap(this::holder))
                .map(Optional::get);
    }

    private Optional<Value> holder(Value elements) {
        return elements instanceof Value.Result result
                ? effects.order(result.call().target())
                        .filter(e -> e.fact().carries() && e.from().contains(Operand.RECEIVER))
                        .flatMap(e -> result.call().receiver())
                        .map(Value::settled)
                : Optional.empty();
    }

    private static boolean limits(Condition condition, Value holder) {
        if (!(condition.value().settled() instanceof Value.Derived test)
                || test.operands().size() != 2) {
            return false;
        }
        boolean holds = condition.outcome() == 0;
        Value left = test.operands().get(0).settled();
        Value right = test.operands().get(1).settled();
        return limits(left, test.operator(), right, holder, holds)
                || limits(right, Exclusion.turned(test.operator()), left, holder, holds);
    }

    private static boolean limits(Value size, String operator, Value bound, Value holder, boolean holds) {
        return bound instanceof Value.Constant constant
                && constant.constant() instanceof Number number
                && Sizes.measuredBy(size)
                        .filter(c -> SameValue.test(c.settled(), holder))
                        .isPresent()
                && Guards.limit(operator, number.longValue(), holds)
                        .filter(most -> most <= 1)
                        .isPresent();
    }

    /** Whether code fails if there is another element behind the one that is taken: {@code if (it.hasNext()) throw …}. */
    private static boolean isLast(Value iterator, Site taken, Body body) {
        return body.flow().after(taken, Walk.ANYWHERE).stream()
                .filter(Site.Throw.class::isInstance)
                .flatMap(t -> t.context().conditions().stream())
                .anyMatch(c -> c.outcome() == 0 && asksForMore(c.value().settled(), iterator));
    }

    private static boolean asksForMore(Value test, Value iterator) {
        return test instanceof Value.Result asked
                && asked.call().target().name().equals("hasNext")
                && asked.call()
                        .receiver()
                        .filter(r -> r.settled().equals(iterator))
                        .isPresent();
    }
}
