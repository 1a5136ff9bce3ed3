package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.loop.Checks.Passed;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Loops whose rounds draw on something that is used up, upon which they fail: {@code budget.take()}. */
final class Budgets {

    private static final Pattern UP = Pattern.compile("[+*].*|<<|.*([iI]ncrement|[aA]dd|offer|push).*");
    private static final Pattern DOWN = Pattern.compile("-.*|.*[dD]ecrement.*");
    private static final Set<String> AT_LEAST = Set.of(">", ">=");
    private static final Set<String> AT_MOST = Set.of("<", "<=");

    private final Context.Loop loop;
    private final CallFrame frame;
    private final ValueTrail trail;
    private final Effects effects;
    private final RoundCode round;
    private final Counts counts;
    private final Predicate<Value> answered;

    /** {@code answered}: whether operations in the loop decide what a value is. */
    Budgets(
            Context.Loop loop,
            CallFrame frame,
            ValueTrail trail,
            Effects effects,
            RoundCode round,
            Predicate<Value> answered) {
        this.loop = loop;
        this.frame = frame;
        this.trail = trail;
        this.effects = effects;
        this.round = round;
        this.counts = new Counts(round, trail);
        this.answered = answered;
    }

    /** Whether each round passes a check that one of them will not pass, as each is nearer to that. */
    boolean end() {
        List<Site> inside = frame.visit().body().sites().stream()
                .filter(s -> round.runs(s, frame.visit()))
                .toList();
        return inside.stream()
                .filter(s -> isOfEachRound(s, inside))
                .flatMap(s -> passed(s).stream())
                .anyMatch(this::isUsedUp);
    }

    /** Whether no inner loop, handler or answer decides that a round comes to a site, and nothing catches there what it throws. */
    private boolean isOfEachRound(Site site, List<Site> inside) {
        return isOfAll(site, inside, Context::tries)
                && isOfAll(site, inside, Context::handlers)
                && isOfAll(site, inside, Context::loops)
                && !(site instanceof Site.Call && round.dependsOnAnswers(site));
    }

    private static boolean isOfAll(Site site, List<Site> inside, Function<Context, Collection<?>> structure) {
        Collection<?> own = structure.apply(site.context());
        return own.isEmpty()
                || inside.stream().allMatch(s -> structure.apply(s.context()).containsAll(own));
    }

    private List<Passed> passed(Site site) {
        if (site instanceof Site.Call call) {
            return new Checks(trail).by(call, frame);
        }
        List<Condition> conditions = new ArrayList<>(site.context().conditions());
        conditions.removeIf(c ->
                loop.exits().stream().anyMatch(e -> e.settled().equals(c.value().settled())));
        return site instanceof Site.Throw && conditions.size() == 1
                ? List.of(new Passed(Checks.opposite(conditions.get(0)), frame))
                : List.of();
    }

    private boolean isUsedUp(Passed passed) {
        boolean holds = passed.condition().outcome() == 0;
        Value asked = passed.condition().value().settled();
        if (!(asked instanceof Value.Derived test) || test.operands().size() != 2) {
            // Class files compare with zero without a zero (JVMS 6.5, ifeq).
            return holds && goesUp(new Located(asked, passed.frame())).isPresent();
        }
        Located left = new Located(test.operands().get(0), passed.frame());
        Located right = new Located(test.operands().get(1), passed.frame());
        return nears(left, test.operator(), right, holds)
                || nears(right, Exclusion.turned(test.operator()), left, holds);
    }

    /** Whether a number comes nearer to the end of what a comparison lets pass. */
    private boolean nears(Located number, String operator, Located bound, boolean holds) {
        Optional<Boolean> up = goesUp(number);
        boolean most = (holds ? AT_MOST : AT_LEAST).contains(operator);
        boolean least = (holds ? AT_LEAST : AT_MOST).contains(operator);
        boolean other = operator.equals(holds ? "!=" : "==");
        return up.isPresent()
                && (other || (up.get() ? most : least))
                && !answered.test(trail.follow(bound.value(), bound.frame()).value());
    }

    private Optional<Boolean> goesUp(Located number) {
        Located local = trail.follow(number.value(), number.frame());
        if (local.frame() == frame) {
            Value test = new Value.Derived("<", List.of(local.value(), Value.Unknown.UNKNOWN));
            Optional<Counting> counting = Counting.of(test, effects);
            if (counting.isPresent()) {
                return counting.map(c -> c.step() > 0);
            }
        }
        Set<String> steps = isRenewed(number) ? Set.of() : counts.steps(number);
        boolean up = steps.stream().allMatch(s -> UP.matcher(s).matches());
        boolean down = steps.stream().allMatch(s -> DOWN.matcher(s).matches());
        return steps.isEmpty() || up == down ? Optional.empty() : Optional.of(up);
    }

    /** Whether each round makes the object anew that has the number. */
    private boolean isRenewed(Located number) {
        return owner(number.value())
                .map(o -> trail.follow(o, number.frame()))
                .filter(o -> maker(o.value())
                        .filter(m -> round.runs(m, o.frame().visit()))
                        .isPresent())
                .isPresent();
    }

    private static Optional<Value> owner(Value number) {
        Value value = number.settled();
        if (value instanceof Value.FieldValue field) {
            return field.read().receiver();
        }
        if (value instanceof Value.Element element) {
            return Optional.of(element.array());
        }
        if (value instanceof Value.Derived computed && !computed.operands().isEmpty()) {
            return owner(computed.operands().get(0));
        }
        return value instanceof Value.Result asked ? asked.call().receiver() : Optional.empty();
    }

    private static Optional<Site> maker(Value object) {
        if (object instanceof Value.NewArray array) {
            return Optional.of(array.creation());
        }
        return object instanceof Value.Result made ? Optional.of(made.call()) : Optional.empty();
    }
}
