package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.loop.Checks.Passed;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions that code has passed when it comes to a place: {@code if (lines.size() > 100) throw …}. */
record Guards(ValueTrail trail, Numbers numbers, Sizes sizes, Quantities quantities) {

    private static final Set<Value> TRUE = Set.of(new Value.Constant(1));
    private static final Set<Value> FALSE = Set.of(new Value.Constant(0));

    /** The greatest size of a collection, or value of a number, with which a site is reached; empty if nothing was asked. */
    Optional<Long> most(Located wanted, Site site, CallFrame frame) {
        return most(List.of(wanted), site, frame);
    }

    /** The smallest of those of several. */
    Optional<Long> most(List<Located> wanted, Site site, CallFrame frame) {
        Optional<Long> most = Optional.empty();
        Optional<CallFrame> at = Optional.of(frame);
        Site place = site;
        while (at.isPresent()) {
            for (Passed passed : passed(place, at.get())) {
                most = Stream.concat(
                                most.stream(),
                                wanted.stream().flatMap(w -> bound(passed.condition(), w, passed.frame()).stream()))
                        .min(Long::compare);
            }
            Optional<Edge> edge = at.get().edge();
            place = edge.map(Edge::site).orElse(place);
            at = edge.isPresent() ? at.get().caller() : Optional.empty();
        }
        return most;
    }

    /** The greatest value that code lets a field have, whichever object it is of: {@code if (attempts > 10) throw …} in a constructor. */
    Optional<Long> assigned(Located number) {
        if (!(number.value() instanceof Value.FieldValue field)) {
            return Optional.empty();
        }
        List<Optional<Long>> all = trail.assigned(field.read().field()).stream()
                .map(w -> assigned(w, number.frame().of(w.visit())))
                .toList();
        return !all.isEmpty() && all.stream().allMatch(Optional::isPresent)
                ? all.stream().map(Optional::get).max(Long::compare)
                : Optional.empty();
    }

    private Optional<Long> assigned(Fields.Write write, CallFrame frame) {
        Value value = write.site().value();
        return numbers.most(value, frame).or(() -> most(sizes.whole(value, frame), write.site(), frame));
    }

    /** What holds at a place: where it stands, and what was checked before. */
    private List<Passed> passed(Site place, CallFrame frame) {
        List<Passed> all = new ArrayList<>(new Checks(trail).before(place, frame));
        place.context().conditions().forEach(c -> all.add(new Passed(c, frame)));
        return all;
    }

    private Optional<Long> bound(Context.Condition condition, Located wanted, CallFrame frame) {
        return bound(condition.value(), condition.outcome() == 0, wanted, frame);
    }

    private Optional<Long> bound(Value condition, boolean holds, Located wanted, CallFrame frame) {
        Located asked = trail.follow(condition, frame);
        return asked.value() instanceof Value.Derived test
                ? bound(test, holds, wanted, asked.frame())
                : told(asked).flatMap(t -> bound(t, holds, wanted, asked.frame()));
    }

    /** What a truth value stands for that class files put into a variable: {@code require(size < 10)}. */
    private static Optional<Value.Derived> told(Located asked) {
        return asked.value() instanceof Value.Join join
                        && join.decisions().size() == 1
                        && join.decisions().get(0).value().settled() instanceof Value.Derived test
                        && join.decisions().get(0).after(0, join.ways()).equals(TRUE)
                        && join.decisions().get(0).after(1, join.ways()).equals(FALSE)
                ? Optional.of(test)
                : Optional.empty();
    }

    private Optional<Long> bound(Value.Derived test, boolean holds, Located wanted, CallFrame frame) {
        if (test.operator().equals("!")) {
            return bound(test.operands().get(0), !holds, wanted, frame);
        }
        if (test.operands().size() != 2) {
            return Optional.empty();
        }
        Value left = test.operands().get(0);
        Value right = test.operands().get(1);
        if (isWanted(left, wanted, frame)) {
            return numbers.of(right, frame).flatMap(n -> limit(test.operator(), n, holds));
        }
        return isWanted(right, wanted, frame)
                ? numbers.of(left, frame).flatMap(n -> limit(Exclusion.turned(test.operator()), n, holds))
                : Optional.empty();
    }

    private boolean isWanted(Value asked, Located wanted, CallFrame frame) {
        Located at = trail.follow(asked, frame);
        Optional<Value> collection = Sizes.measuredBy(at.value());
        return collection
                .map(c -> quantities.same(sizes.equal(c, at.frame()), wanted))
                .orElseGet(() -> quantities.same(at, wanted));
    }

    /** How great a number is at most if a comparison of it with another one comes out like this. */
    static Optional<Long> limit(String operator, long number, boolean holds) {
        return switch (operator) {
            case "<" -> holds ? Optional.of(number - 1) : Optional.empty();
            case "<=" -> holds ? Optional.of(number) : Optional.empty();
            case ">" -> holds ? Optional.empty() : Optional.of(number);
            case ">=" -> holds ? Optional.empty() : Optional.of(number - 1);
            case "==" -> holds ? Optional.of(number) : Optional.empty();
            case "!=" -> holds ? Optional.empty() : Optional.of(number);
            default -> Optional.empty();
        };
    }
}
