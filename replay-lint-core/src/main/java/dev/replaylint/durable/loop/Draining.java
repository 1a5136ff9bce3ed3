package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Extent;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A loop that goes through something, or runs until it is empty. */
record Draining(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail, Effects effects) {

    private static final Set<String> DRAINING = Set.of(
            "isEmpty",
            "empty",
            "hasNext",
            "hasPrevious",
            "hasMoreElements",
            "hasMoreTokens",
            "peek",
            "peekFirst",
            "peekLast",
            "poll",
            "pollFirst",
            "pollFirstEntry",
            "pollLast",
            "pollLastEntry");

    /** The collection or iterator that a loop runs until it is empty, as these of its conditions ask. */
    Optional<Value> drained(List<Value> exits) {
        return exits.stream()
                .flatMap(this::draining)
                .flatMap(c -> c.receiver().stream())
                .findFirst()
                .or(this::refilledToSize)
                .or(this::text);
    }

    /** The text whose length a loop tests. */
    private Optional<Value> text() {
        return loop.exits().stream()
                .flatMap(Draining::taken)
                .filter(c -> effects.isSubtype(c.target().owner(), "java.lang.CharSequence"))
                .flatMap(c -> Sizes.measuredBy(new Value.Result(c)).stream())
                .filter(t ->
                        callsInRounds().noneMatch(c -> c.target().name().equals("append") && isOn(c.receiver(), t)))
                .findFirst();
    }

    /** The collection whose size a loop tests, if rounds add what operations have answered. */
    private Optional<Value> refilledToSize() {
        return loop.exits().stream()
                .filter(e -> e.settled() instanceof Value.Derived)
                .flatMap(e -> ((Value.Derived) e.settled()).operands().stream())
                .flatMap(o -> Sizes.measuredBy(o.settled()).stream())
                .filter(this::isRefilled)
                .findFirst();
    }

    /** Whether a round adds what its operations have answered, a list of what is still to be looked at; or leaves all if one fails. */
    boolean isRefilled(Value collection) {
        RoundCode round = new RoundCode(loop, frame, program, trail);
        return callsInRounds()
                        .anyMatch(c -> mayAdd(c)
                                        && isOn(c.receiver(), collection)
                                        && (answers(c.arguments()) || round.fails(c) || isPutBack(c, collection))
                                || isGivenAdding(c, collection)
                                        && answers(c.receiver().stream().toList()))
                || isLeft(collection, round);
    }

    /** Whether whatever takes something out is left out when operations fail. */
    private boolean isLeft(Value collection, RoundCode round) {
        List<Site.Call> taking = callsInRounds()
                .filter(c -> Counts.removes(c) && isOn(c.receiver(), collection))
                .toList();
        return !taking.isEmpty() && taking.stream().allMatch(round::leavesOut);
    }

    /** Whether a call puts in again what was taken out before, as long as operations say so. */
    private boolean isPutBack(Site.Call adding, Value collection) {
        List<Value> conditions = adding.context().conditions().stream()
                .map(c -> c.value().settled())
                .filter(v -> !loop.exits().contains(v))
                .toList();
        return adding.arguments().stream().anyMatch(a -> isTakenFrom(a.settled(), collection))
                && !conditions.isEmpty()
                && conditions.stream().allMatch(c -> answers(List.of(c)));
    }

    private static boolean isTakenFrom(Value value, Value collection) {
        return value instanceof Value.Result taken
                && Counts.removes(taken.call())
                && isOn(taken.call().receiver(), collection);
    }

    /** Texts, and what goes through them, have many methods that give them something: {@code matcher.reset(answer)}. */
    private boolean mayAdd(Site.Call call) {
        return Fillings.adds(call) || !Extent.has(effects, call.target().owner());
    }

    private static boolean isOn(Optional<Value> receiver, Value collection) {
        return receiver.map(Value::settled).equals(Optional.of(collection.settled()));
    }

    /** {@code next.ifPresent(pages::add)}. */
    private static boolean isGivenAdding(Site.Call call, Value collection) {
        return call.arguments().stream()
                .anyMatch(a -> a.settled() instanceof Value.Function function
                        && Fillings.ADDING.contains(
                                function.creation().implementation().name())
                        && isOn(function.creation().bound().stream().findFirst(), collection));
    }

    /** Whether a condition asks what is gone through or emptied itself, or compares what that has given with what it gives at its end. */
    boolean goesThrough(Value exit) {
        return draining(exit).findAny().isPresent();
    }

    /** The calls that ask whether something is empty, or take something out, of which a condition is made. */
    private Stream<Site.Call> draining(Value exit) {
        return taken(exit)
                .filter(c -> DRAINING.contains(c.target().name())
                        || tellsEnd(c)
                        || Sizes.measuredBy(new Value.Result(c))
                                .filter(this::isTakenFrom)
                                .isPresent());
    }

    /** Whether rounds take something out of a collection. */
    private boolean isTakenFrom(Value collection) {
        return callsInRounds().anyMatch(c -> Counts.removes(c) && isOn(c.receiver(), collection));
    }

    private Stream<Site.Call> callsInRounds() {
        return frame.visit().body().calls().stream().filter(loop::encloses);
    }

    private boolean tellsEnd(Site.Call call) {
        return effects.tellsEnd(call.target());
    }

    boolean drains(Value exit) {
        return taken(exit)
                .anyMatch(c -> DRAINING.contains(c.target().name())
                        || Sizes.MEASURES.contains(c.target().name())
                        || tellsEnd(c));
    }

    private static Stream<Site.Call> taken(Value condition) {
        Value settled = condition.settled();
        if (settled instanceof Value.Derived test) {
            return test.operands().stream().flatMap(Draining::taken);
        }
        if (settled instanceof Value.Join variable) {
            // `for (item = queue.poll(); item != null; item = queue.poll())`
            return variable.operands().stream()
                    .map(Value::settled)
                    .filter(Value.Result.class::isInstance)
                    .flatMap(Draining::taken);
        }
        return settled instanceof Value.Result result ? Stream.of(result.call()) : Stream.empty();
    }

    private boolean answers(List<Value> values) {
        return Answers.decide(values, loop, frame, program, trail);
    }
}
