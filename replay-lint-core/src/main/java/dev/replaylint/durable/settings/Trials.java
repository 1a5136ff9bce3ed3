package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks a strategy that a user wrote about one attempt after the other, until it allows no further one. */
final class Trials {

    /** Attempts that are asked about one by one; beyond, those around the numbers that the code compares with. */
    private static final int EACH = 32;

    private static final int DEEPEST = 5;

    private final Frame strategy;
    private final FactReader facts;
    private final Strategies strategies;
    private final boolean waits;
    private boolean stops;

    /**
     * A strategy.
     *
     * @param strategy its code, with what it is given besides the failure or state and the number
     * @param waits whether it gives the time until the next attempt, and throws to end it; else it decides by its result
     */
    Trials(Frame strategy, FactReader facts, Strategies strategies, boolean waits) {
        this.strategy = strategy;
        this.facts = facts;
        this.strategies = strategies;
        this.waits = waits;
    }

    Attempts attempts() {
        NavigableSet<Integer> asked = new TreeSet<>();
        for (int attempt = 1; attempt <= EACH; attempt++) {
            asked.add(attempt);
        }
        Optional<Integer> last = asked.stream().filter(n -> !goesOn(n)).findFirst();
        last = last.or(
                () -> around(facts.limits()).stream().filter(n -> !goesOn(n)).findFirst());
        return last.<Attempts>map(Attempts.Known::new).orElseGet(this::afterMany);
    }

    private static NavigableSet<Integer> around(Set<Integer> limits) {
        NavigableSet<Integer> around = new TreeSet<>();
        limits.forEach(n -> around.addAll(List.of(n - 1, n, n + 1)));
        return around.tailSet(EACH, false);
    }

    private Attempts afterMany() {
        stops = false;
        facts.wasUnsure();
        goesOn(Integer.MAX_VALUE);
        return facts.wasUnsure() && stops ? Attempts.Unknown.UNKNOWN : Attempts.Unbounded.UNBOUNDED;
    }

    private boolean goesOn(int attempt) {
        List<Fact> arguments = new ArrayList<>(strategy.arguments());
        arguments.add(Fact.Open.SAME);
        arguments.add(new Fact.Number(attempt, true));
        return goesOn(new Frame(strategy.body(), strategy.self(), arguments), DEEPEST);
    }

    private boolean goesOn(Frame frame, int depth) {
        if (depth <= 0) {
            return maybe();
        }
        boolean further = false;
        Set<Site> reached = facts.reached(frame);
        for (Site site : reached) {
            if (site instanceof Site.Throw) {
                stops = true;
            } else if (site instanceof Site.Return exit && exit.value().isPresent()) {
                further |= goesOn(exit.value().get(), frame, reached, depth);
            } else if (site instanceof Site.Call call && mayEnd(call, frame)) {
                maybe();
            }
        }
        return further;
    }

    private boolean maybe() {
        facts.beUnsure();
        stops = true;
        return true;
    }

    /** Checks that are left to somebody else: {@code checkArgument(attempt < 10)}. */
    private boolean mayEnd(Site.Call call, Frame frame) {
        return !call.resultUsed()
                && call.arguments().stream()
                        .anyMatch(a -> a.settled() instanceof Value.Derived d
                                && !Arithmetic.isSame(facts.of(d.operands().get(0), frame)));
    }

    private boolean goesOn(Value value, Frame frame, Set<Site> reached, int depth) {
        Value settled = value.settled();
        if (depth <= 0) {
            return maybe();
        }
        if (settled instanceof Value.Join join) {
            boolean further = false;
            for (Value operand : alternatives(join, frame, reached)) {
                further |= goesOn(operand, frame, reached, depth - 1);
            }
            return further;
        }
        if (settled instanceof Value.Result result) {
            return reached.contains(result.call()) && answers(result.call(), frame, depth);
        }
        if (settled instanceof Value.Null) {
            stops = true;
            return false;
        }
        return settled instanceof Value.FieldValue field && !waits ? constant(field) : waits || maybe();
    }

    /** The operands that the join can stand for: a later assignment that is certain replaces an earlier one. */
    private List<Value> alternatives(Value.Join join, Frame frame, Set<Site> reached) {
        List<Value> found = new ArrayList<>();
        List<Site> order = frame.body().sites();
        int latest = -1;
        for (Value operand : join.operands()) {
            if (operand.settled() instanceof Value.Result r
                    && isCertain(r.call(), frame)
                    && reached.contains(r.call())) {
                latest = Math.max(latest, order.indexOf(r.call()));
            }
        }
        for (Value operand : join.operands()) {
            boolean replaced = operand.settled() instanceof Value.Result r && order.indexOf(r.call()) < latest;
            if (!replaced) {
                found.add(operand);
            }
        }
        return found;
    }

    private boolean isCertain(Site.Call call, Frame frame) {
        return !call.context().conditions().isEmpty()
                && call.context().conditions().stream()
                        .allMatch(c -> facts.of(c.value(), frame) instanceof Fact.Truth && facts.isFeasible(c, frame));
    }

    private boolean answers(Site.Call call, Frame frame, int depth) {
        Optional<Boolean> decision = DurableStrategies.retries(call.target());
        if (decision.isPresent()) {
            stops |= !decision.get();
            return decision.get();
        }
        if (DurableStrategies.isDecision(call.target()) && call.receiver().isPresent()) {
            return asked(call, frame);
        }
        Optional<Body> body = strategies.code(call.target()).filter(b -> !call.isAllocation());
        if (body.isPresent()) {
            return goesOn(facts.frameOf(body.get(), call, frame), depth - 1);
        }
        return waits || maybe();
    }

    /** What another strategy, or another method of this one, decides. */
    private boolean asked(Site.Call call, Frame frame) {
        Fact other = facts.of(call.receiver().orElseThrow(), frame);
        int last = call.arguments().size() - 1;
        Attempts attempts = other instanceof Fact.Outer outer
                ? strategies.of(outer.term().value(), outer.term().way())
                : Strategies.named(call.receiver().get());
        if (attempts instanceof Attempts.Known known
                && facts.of(call.arguments().get(last), frame) instanceof Fact.Number number) {
            stops |= number.value() >= known.most();
            return number.value() < known.most();
        }
        return attempts instanceof Attempts.Unbounded || maybe();
    }

    private boolean constant(Value.FieldValue field) {
        for (Term term : facts.constants(field)) {
            Optional<Boolean> decision = term.value() instanceof Value.Result r
                    ? DurableStrategies.retries(r.call().target())
                    : Optional.empty();
            if (decision.isEmpty()) {
                return maybe();
            }
            stops |= !decision.get();
            if (decision.get()) {
                return true;
            }
        }
        return false;
    }
}
