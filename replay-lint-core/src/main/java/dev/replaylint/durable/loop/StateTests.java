package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Outcomes;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Decision;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
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
 * @param box the field that has the state, of objects that are handed around in its place
 * @param isState whether a value of the frame is the state
 */
record StateTests(
        CallFrame frame, Program program, ValueTrail trail, Optional<FieldKey> box, Predicate<Value> isState) {

    /** Questions to methods that ask methods. */
    private static final int DEEPEST = 8;

    /** Whichever state it is: equal to nothing that code may hold. */
    private static final Known ANY = new Known.Literal(StateTests.class);

    /** Whether a site may run in this state. */
    boolean mayRun(Known state, Site site, CallFrame at) {
        return mayReach(state, site, at, DEEPEST) && mayEnter(state, at);
    }

    private boolean mayEnter(Known state, CallFrame at) {
        if (at == frame || at.edge().isEmpty() || at.caller().isEmpty()) {
            return true;
        }
        CallFrame caller = at.caller().get();
        boolean other = at.edge().get().how() == Edge.Kind.CALL
                && at.edge().get().site() instanceof Site.Call call
                && call.receiver().isPresent()
                && known(call.receiver().get(), caller, state, DEEPEST).equals(Optional.of(state))
                && !isRun(call, at.visit().body(), state);
        return !other && mayRun(state, at.edge().get().site(), caller);
    }

    /** Whether a choice that a frame makes may go this way. */
    boolean mayGo(Known state, Value.Join choice, int way, CallFrame at) {
        for (Decision decision : choice.decisions()) {
            Optional<Integer> outcome = outcome(decision, at, state, DEEPEST);
            if (outcome.isPresent()
                    && !decision.after(outcome.get(), choice.ways())
                            .contains(choice.ways().get(way))) {
                return false;
            }
        }
        return mayEnter(state, at);
    }

    /** Whether a value is the state, also one that a method has been handed. */
    boolean isState(Value value, CallFrame at) {
        return known(value, at, ANY, DEEPEST).equals(Optional.of(ANY));
    }

    /** Whether a condition of the frame is known in this state. */
    boolean isKnown(Known state, Value value) {
        return known(value, frame, state, DEEPEST).isPresent();
    }

    /** Whether conditions of the frame may hold in this state. */
    boolean holds(List<Condition> conditions, Known state) {
        return holds(conditions, frame, state, DEEPEST);
    }

    private boolean mayReach(Known state, Site site, CallFrame at, int depth) {
        return holds(at.visit().conditions(site), at, state, depth);
    }

    private boolean holds(List<Condition> conditions, CallFrame at, Known state, int depth) {
        Outcomes outcomes = outcomes(at, state, depth);
        for (Condition condition : conditions) {
            if (outcomes.of(condition, at.visit().body()).orElse(condition.outcome()) != condition.outcome()) {
                return false;
            }
        }
        return true;
    }

    /** The call of the method that a frame runs; the object may be one that stands for a function. */
    private static Optional<Site.Call> called(CallFrame at) {
        return at.edge().isPresent()
                        && at.edge().get().site() instanceof Site.Call call
                        && call.target().name().equals(at.visit().body().key().name())
                ? Optional.of(call)
                : Optional.empty();
    }

    /** Whether an object or function of a state runs this body when it is called; what a method of the interface is, all have. */
    private boolean isRun(Site.Call call, Body body, Known state) {
        if (box.filter(b -> b.owner().equals(call.target().owner())).isPresent()) {
            return true;
        }
        Optional<MethodKey> function = function(state);
        if (state == Known.Nothing.NULL || function.isPresent()) {
            MethodKey own = body.key();
            return function.isPresent()
                    && (own.name().equals(call.target().name())
                            || own.equals(function.get().in(own.owner())));
        }
        Optional<String> type = type(state);
        Optional<Body> run =
                type.isPresent() ? program.implementation(call.target().in(type.get())) : Optional.empty();
        return run.isEmpty() || run.get().key().equals(body.key());
    }

    /** What the function runs that a state is, or that a constant is made of. */
    private Optional<MethodKey> function(Known state) {
        if (state instanceof Known.Runs runs) {
            return Optional.of(runs.method());
        }
        Optional<Located> made = made(state);
        return made.isPresent() && made.get().value() instanceof Value.Function function
                ? Optional.of(function.creation().implementation())
                : Optional.empty();
    }

    private Optional<String> type(Known state) {
        if (state instanceof Known.Made object) {
            return Optional.of(object.type());
        }
        Optional<Located> made = made(state);
        return made.isPresent() && made.get().value() instanceof Value.Result result
                ? Optional.of(result.call().target().owner())
                : Optional.empty();
    }

    /** What a constant is made with. */
    private Optional<Located> made(Known state) {
        List<Fields.Write> writes = state instanceof Known.Named n ? trail.assigned(n.constant()) : List.of();
        return writes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Located(
                        writes.get(0).site().value(),
                        CallFrame.entry(writes.get(0).visit(), Optional.empty())));
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
        if (settled instanceof Value.Result result && Optionals.has(result.call())) {
            return ofOptional(result.call(), at, state, depth - 1);
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
        if (settled instanceof Value.Function function) {
            return Optional.of(new Known.Runs(function.creation().implementation()));
        }
        return settled instanceof Value.Derived
                ? outcomes(at, state, depth - 1)
                        .holds(settled, at.visit().body())
                        .map(Known.Literal::of)
                : Known.of(settled, program);
    }

    /** An optional is taken for what it has, and for nothing. */
    private Optional<Known> ofOptional(Site.Call call, CallFrame at, Known state, int depth) {
        Optional<Known> has = Optionals.content(call).or(call::receiver).flatMap(v -> known(v, at, state, depth));
        return switch (call.target().name()) {
            case "of", "ofNullable", "empty", "get", "orElseThrow" -> has;
            case "orElse" -> has.filter(k -> Optionals.content(call).isPresent());
            case "isPresent" -> has.map(k -> Known.Literal.of(k != Known.Nothing.NULL));
            case "isEmpty" -> has.map(k -> Known.Literal.of(k == Known.Nothing.NULL));
            default -> Optional.empty();
        };
    }

    private Optional<Known> handed(int parameter, CallFrame at, Known state, int depth) {
        if (at == frame || at.caller().isEmpty() || at.edge().isEmpty()) {
            return Optional.empty();
        }
        CallFrame caller = at.caller().get();
        Optional<Site.Call> call = called(at);
        if (parameter < 0 && call.isPresent() && call.get().receiver().isPresent()) {
            return known(call.get().receiver().get(), caller, state, depth);
        }
        Optional<Edge.Bound> given = at.edge().get().argument(parameter);
        return given.isPresent() && given.get().visit() == caller.visit()
                ? known(given.get().value(), caller, state, depth)
                : Optional.empty();
    }

    /** What the method of the object answers, or one that is given it. */
    private Optional<Known> answered(Site.Call call, CallFrame at, Known state, int depth) {
        boolean ofState = call.receiver().isPresent()
                && known(call.receiver().get(), at, state, depth).equals(Optional.of(state));
        Set<Optional<Known>> answers = new LinkedHashSet<>();
        for (Edge edge : trail.calls(call, at)) {
            if (at.runs(edge.callee())) {
                return Optional.empty();
            }
            CallFrame callee = trail.enter(edge, at);
            boolean run = !ofState || isRun(call, edge.callee().body(), state);
            for (Site.Return exit : run ? edge.callee().returns().toList() : List.<Site.Return>of()) {
                if (exit.value().isPresent() && mayReach(state, exit, callee, depth)) {
                    answers.add(known(exit.value().get(), callee, state, depth));
                }
            }
        }
        return common(answers);
    }

    private static Optional<Known> common(Set<Optional<Known>> all) {
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }

    /** What a constant was given when it was made: {@code SENT(true)}. */
    private Optional<Known> held(Site.FieldRead read, CallFrame at, Known state, int depth) {
        boolean ofState = known(read.receiver().orElseThrow(), at, state, depth).equals(Optional.of(state));
        if (ofState && box.equals(Optional.of(read.field()))) {
            return Optional.of(state);
        }
        Optional<Located> made = ofState ? made(state) : Optional.empty();
        Optional<Located> value = made.isPresent()
                ? trail.ofField(read.field(), made.get(), made.get().frame())
                : Optional.empty();
        return value.isPresent()
                ? Known.of(
                        trail.follow(value.get().value(), value.get().frame()).value(), program)
                : Optional.empty();
    }

    private Optional<Known> chosen(Value.Join join, CallFrame at, Known state, int depth) {
        Set<Value> left = new LinkedHashSet<>(join.ways());
        for (Decision decision : join.decisions()) {
            Optional<Integer> outcome = outcome(decision, at, state, depth);
            left.retainAll(outcome.isPresent() ? decision.after(outcome.get(), join.ways()) : left);
        }
        Set<Optional<Known>> each = new LinkedHashSet<>();
        for (Value value : left) {
            each.add(known(value, at, state, depth));
        }
        return common(each);
    }
}
