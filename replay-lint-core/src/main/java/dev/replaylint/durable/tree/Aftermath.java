package dev.replaylint.durable.tree;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Outcomes;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.tree.Inlining.Step;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is certain once an operation was started: a flag that is set behind it, the answer of the method that has started it. */
final class Aftermath {

    private final Program program;

    /** Leads to the operation. */
    private final List<Step> way;

    /** What the calls on the way answer, by how deep they are. */
    private final Map<Integer, Optional<Known>> answers = new HashMap<>();

    Aftermath(Program program, List<Step> way) {
        this.program = program;
        this.way = way;
    }

    /** Whether another way, that parts from this one where it starts, can be taken afterwards. */
    boolean allows(List<Step> other) {
        return after(0).contains(other.get(0).site()) && !excludes(other);
    }

    /** What can run after a site of the way, and instead of its result when it fails. */
    private Set<Site> after(int depth) {
        Step step = way.get(depth);
        ControlFlow flow = step.body().flow();
        Walk walk = new Walk(s -> false, c -> isFeasible(c, depth), s -> true);
        Set<Site> found = new LinkedHashSet<>(flow.after(step.site(), walk));
        step.site().context().tries().stream()
                .flatMap(t -> t.handlers().stream())
                .forEach(h -> found.addAll(flow.from(h, walk)));
        return found;
    }

    /** Whether the answer of a call on the way allows an outcome. */
    private boolean isFeasible(Condition condition, int depth) {
        Step step = way.get(depth);
        Function<Value, Optional<Known>> known =
                v -> isAnswer(v.settled(), step) ? answered(depth) : Known.of(v.settled(), program);
        boolean rounds = !step.site().context().loops().isEmpty();
        return rounds || isTaken(condition, new Outcomes(program, known), step);
    }

    private static boolean isTaken(Condition condition, Outcomes outcomes, Step step) {
        return outcomes.of(condition, step.body()).orElse(condition.outcome()) == condition.outcome();
    }

    private static boolean isAnswer(Value value, Step step) {
        return value instanceof Value.Result result && result.call() == step.site();
    }

    private boolean excludes(List<Step> other) {
        Site from = other.get(0).site();
        for (Step step : other) {
            Outcomes outcomes = new Outcomes(program, v -> handed(v.settled(), step.frame(), from));
            for (Condition condition : Exclusion.certain(step.site())) {
                if (!isTaken(condition, outcomes, step)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What a value of a method that the other way enters was, where it parts. */
    private Optional<Known> handed(Value value, CallFrame frame, Site from) {
        if (frame == way.get(0).frame()) {
            return known(value, 0, from);
        }
        Optional<Edge.Bound> given = value instanceof Value.Parameter p
                ? frame.edge().flatMap(e -> e.argument(p.index()))
                : Optional.empty();
        Optional<CallFrame> caller = frame.caller();
        return given.isPresent()
                        && caller.filter(c -> c.visit() == given.get().visit()).isPresent()
                ? handed(given.get().value().settled(), caller.get(), from)
                : Known.of(value, program);
    }

    /** What a value of a body on the way is at a site. */
    private Optional<Known> known(Value value, int depth, Site at) {
        Step step = way.get(depth);
        if (value instanceof Value.Join join) {
            return common(step.body().flow().since(step.site(), c -> isFeasible(c, depth), join, at), depth, at);
        }
        if (value instanceof Value.Derived) {
            return new Outcomes(program, v -> known(v.settled(), depth, at))
                    .holds(value, step.body())
                    .map(Known.Literal::of);
        }
        if (!isAnswer(value, step)) {
            return Known.of(value, program);
        }
        boolean last = step.site().context().loops().equals(at.context().loops());
        return last ? answered(depth) : Optional.empty();
    }

    private Optional<Known> answered(int depth) {
        Optional<Known> known = answers.get(depth);
        if (known == null) {
            boolean called = depth + 1 < way.size() && isCalled(way.get(depth + 1));
            known = called ? answer(depth + 1) : Optional.empty();
            answers.put(depth, known);
        }
        return known;
    }

    private Optional<Known> answer(int depth) {
        Set<Optional<Known>> given = new HashSet<>();
        for (Site site : after(depth)) {
            if (site instanceof Site.Return exit && exit.value().isPresent()) {
                given.add(known(exit.value().get().settled(), depth, exit));
            }
        }
        return given.size() == 1 ? given.iterator().next() : Optional.empty();
    }

    private static boolean isCalled(Step step) {
        return step.frame().edge().filter(e -> e.how() == Edge.Kind.CALL).isPresent();
    }

    private Optional<Known> common(Collection<Value> values, int depth, Site at) {
        Set<Optional<Known>> each = new HashSet<>();
        for (Value value : values) {
            // What is computed may be so from the round before, and that from the one before it.
            each.add(value instanceof Value.Derived ? Optional.empty() : known(value, depth, at));
        }
        return each.size() == 1 ? each.iterator().next() : Optional.empty();
    }
}
