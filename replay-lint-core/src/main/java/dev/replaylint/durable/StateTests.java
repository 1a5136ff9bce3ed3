package dev.replaylint.durable;

import dev.replaylint.durable.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Decision;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What runs in a round of a loop that begins in a certain state, and how what it asks the state comes out: {@code stage != SENT},
 * {@code state instanceof Closed}, {@code stage.isLast()}, whose answer the method of the object or the field of the constant gives.
 *
 * @param frame where the loop is
 * @param isState whether a value of the frame is the state
 */
record StateTests(CallFrame frame, Program program, ValueTrail trail, Predicate<Value> isState) {

    /** Questions to methods that ask methods. */
    private static final int DEEPEST = 8;

    private static final Known ANY = new Known.Instance("");

    /** Whether a site may run in this state. */
    boolean mayRun(Known state, Site site, CallFrame at) {
        return mayReach(state, site, at, DEEPEST) && mayEnter(state, at);
    }

    private boolean mayEnter(Known state, CallFrame at) {
        return at == frame
                || at.edge().isEmpty()
                || at.caller().isEmpty()
                || isOf(state, at)
                        && mayRun(state, at.edge().get().site(), at.caller().get());
    }

    /** Whether a choice that a frame makes may go this way. */
    boolean mayGo(Known state, Value.Join choice, int way, CallFrame at) {
        return choice.decisions().stream().allMatch(d -> mayGo(state, d, way, at)) && mayEnter(state, at);
    }

    private boolean mayGo(Known state, Decision decision, int way, CallFrame at) {
        boolean elsewhere = decision.outcomes().keySet().stream().noneMatch(o -> decision.leads(o, way));
        return elsewhere
                || outcome(decision, at, state, DEEPEST)
                        .filter(o -> !decision.leads(o, way))
                        .isEmpty();
    }

    /** Whether a value is the state, also one that a method has been handed. */
    boolean isState(Value value, CallFrame at) {
        return known(value, at, ANY, DEEPEST).filter(ANY::equals).isPresent();
    }

    /** Whether a value of the frame, such as a condition, is known in this state. */
    boolean isKnown(Known state, Value value) {
        return known(value, frame, state, DEEPEST).isPresent();
    }

    private boolean mayReach(Known state, Site site, CallFrame at, int depth) {
        Body body = at.visit().body();
        return at.visit().conditions(site).stream()
                .allMatch(c -> outcomes(at, state, depth)
                        .of(c, body)
                        .filter(o -> o != c.outcome())
                        .isEmpty());
    }

    /** Whether a frame runs on an object of this state, unless it runs on something else. */
    private boolean isOf(Known state, CallFrame at) {
        return called(at)
                .filter(c -> handed(-1, at, state, DEEPEST).equals(Optional.of(state)))
                .filter(c -> !isRun(c, at.visit().body(), state))
                .isEmpty();
    }

    /** The call of the method that a frame runs; the object may be one that stands for a function. */
    private static Optional<Site.Call> called(CallFrame at) {
        return at.edge()
                .map(Edge::site)
                .filter(Site.Call.class::isInstance)
                .map(Site.Call.class::cast)
                .filter(c -> c.target().name().equals(at.visit().body().key().name()));
    }

    /** Whether an object of a state runs this body when it is called. */
    private boolean isRun(Site.Call call, Body body, Known state) {
        return type(state)
                .flatMap(t -> program.implementation(call.target().in(t)))
                .filter(b -> !b.key().equals(body.key()))
                .isEmpty();
    }

    private Optional<String> type(Known state) {
        if (state instanceof Known.Instance object) {
            return Optional.of(object.type());
        }
        return made(state)
                .filter(m -> m.value() instanceof Value.Result)
                .map(m -> ((Value.Result) m.value()).call().target().owner());
    }

    /** What a constant is made with. */
    private Optional<Located> made(Known state) {
        List<Fields.Write> writes = state instanceof Known.Named n ? trail.assigned(n.constant()) : List.of();
        return writes.stream()
                .findFirst()
                .map(w -> new Located(w.site().value(), CallFrame.entry(w.visit(), Optional.empty())));
    }

    private Outcomes outcomes(CallFrame at, Known state, int depth) {
        return new Outcomes(program, v -> known(v, at, state, depth));
    }

    private Optional<Integer> outcome(Decision decision, CallFrame at, Known state, int depth) {
        Condition condition = new Condition(decision.branch(), decision.value(), 0);
        return outcomes(at, state, depth).of(condition, at.visit().body());
    }

    /** What a value is in this state, if that is certain. */
    private Optional<Known> known(Value value, CallFrame at, Known state, int depth) {
        Value settled = value.settled();
        if (at == frame && isState.test(settled)) {
            return Optional.of(state);
        }
        if (depth == 0) {
            return Optional.empty();
        }
        if (settled instanceof Value.Parameter || settled instanceof Value.This) {
            return handed(settled instanceof Value.Parameter p ? p.index() : -1, at, state, depth);
        }
        if (settled instanceof Value.Result result && !result.call().isAllocation()) {
            return answered(result.call(), at, state, depth - 1);
        }
        if (settled instanceof Value.FieldValue field && field.read().receiver().isPresent()) {
            return held(field.read(), at, state, depth - 1);
        }
        if (settled instanceof Value.Join join) {
            return chosen(join, at, state, depth - 1);
        }
        return settled instanceof Value.Derived
                ? outcomes(at, state, depth - 1)
                        .holds(settled, at.visit().body())
                        .map(Known.Literal::of)
                : Known.of(settled, program);
    }

    private Optional<Known> handed(int parameter, CallFrame at, Known state, int depth) {
        if (at == frame || at.caller().isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> receiver = parameter < 0 ? called(at).flatMap(Site.Call::receiver) : Optional.empty();
        return receiver.isPresent()
                ? known(receiver.get(), at.caller().get(), state, depth)
                : at.edge()
                        .flatMap(e -> e.argument(parameter))
                        .filter(b -> b.visit() == at.caller().get().visit())
                        .flatMap(b -> known(b.value(), at.caller().get(), state, depth));
    }

    /** What the method of the object answers, or one that is given it. */
    private Optional<Known> answered(Site.Call call, CallFrame at, Known state, int depth) {
        boolean ofState = call.receiver()
                .flatMap(r -> known(r, at, state, depth))
                .filter(state::equals)
                .isPresent();
        Set<Optional<Known>> answers = new LinkedHashSet<>();
        for (Edge edge : trail.calls(call, at)) {
            if (at.runs(edge.callee())) {
                return Optional.empty();
            }
            if (!ofState || isRun(call, edge.callee().body(), state)) {
                CallFrame callee = trail.enter(edge, at);
                callee.visit()
                        .returns()
                        .filter(r -> mayReach(state, r, callee, depth))
                        .flatMap(r -> r.value().stream())
                        .forEach(v -> answers.add(known(v, callee, state, depth)));
            }
        }
        return common(answers);
    }

    private static Optional<Known> common(Set<Optional<Known>> all) {
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }

    /** What a constant was given when it was made: {@code SENT(true)}. */
    private Optional<Known> held(Site.FieldRead read, CallFrame at, Known state, int depth) {
        return known(read.receiver().orElseThrow(), at, state, depth)
                .filter(state::equals)
                .flatMap(this::made)
                .flatMap(m -> trail.ofField(read.field(), m, m.frame()))
                .map(m -> trail.follow(m.value(), m.frame()))
                .flatMap(m -> Known.of(m.value(), program));
    }

    private Optional<Known> chosen(Value.Join join, CallFrame at, Known state, int depth) {
        Set<Value> left = new LinkedHashSet<>(join.ways());
        for (Decision decision : join.decisions()) {
            outcome(decision, at, state, depth).ifPresent(o -> left.retainAll(decision.after(o, join.ways())));
        }
        Set<Optional<Known>> each = new LinkedHashSet<>();
        left.forEach(v -> each.add(known(v, at, state, depth)));
        return common(each);
    }
}
