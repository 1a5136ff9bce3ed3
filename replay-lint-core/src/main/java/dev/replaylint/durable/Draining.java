package dev.replaylint.durable;

import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A loop that goes through something, or runs until it is empty. */
record Draining(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {

    private static final Set<String> ITERATING = Set.of("hasNext", "hasPrevious", "hasMoreElements", "hasMoreTokens");
    private static final Set<String> DRAINING = Set.of(
            "isEmpty",
            "empty",
            "hasNext",
            "hasPrevious",
            "hasMoreElements",
            "hasMoreTokens",
            "poll",
            "pollFirst",
            "pollLast");

    /** The collection or iterator that a loop runs until it is empty. */
    Optional<Value> drained() {
        return loop.exits().stream()
                .flatMap(Draining::draining)
                .flatMap(c -> c.receiver().stream())
                .findFirst()
                .or(this::refilledToSize);
    }

    /** The collection whose size a loop tests, if rounds add what operations have answered. */
    private Optional<Value> refilledToSize() {
        return loop.exits().stream()
                .filter(e -> e.settled() instanceof Value.Derived)
                .flatMap(e -> ((Value.Derived) e.settled()).operands().stream())
                .flatMap(o -> LoopBounds.measuredBy(o.settled()).stream())
                .filter(this::isRefilled)
                .findFirst();
    }

    /** Whether a round adds what its operations have answered: a list of what is still to be looked at. */
    boolean isRefilled(Value collection) {
        return frame.visit()
                .body()
                .sites(Site.Call.class)
                .filter(c -> c.context().loops().stream().anyMatch(l -> l.number() == loop.number()))
                .anyMatch(c -> Fillings.adds(c) && isOn(c.receiver(), collection) && answers(c.arguments())
                        || isGivenAdding(c, collection)
                                && answers(c.receiver().stream().toList()));
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

    static boolean goesThrough(Value exit) {
        return exit.settled() instanceof Value.Result result
                && ITERATING.contains(result.call().target().name());
    }

    /** The calls that ask whether something is empty, or take something out, of which a condition is made. */
    private static Stream<Site.Call> draining(Value exit) {
        return taken(exit).filter(c -> DRAINING.contains(c.target().name()));
    }

    static boolean drains(Value exit) {
        return taken(exit)
                .map(c -> c.target().name())
                .anyMatch(n -> DRAINING.contains(n) || LoopBounds.MEASURES.contains(n));
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
