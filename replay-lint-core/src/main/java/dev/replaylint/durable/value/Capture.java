package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something from outside that the function of an operation uses.
 *
 * @param operation whose function it is
 * @param function a visit of the function's body
 * @param inside the place in the function's own code where it is used or handed on
 * @param below from there down to the use itself; empty if that is the use
 * @param outside the captured value, in the visit that made the function; empty for static state
 * @param path fields read from the captured value
 */
public record Capture(
        Operation operation,
        Visit function,
        Place inside,
        List<Place> below,
        Optional<Edge.Bound> outside,
        List<FieldKey> path) {

    /** Where it is used in the end. */
    public Place changed() {
        return below.isEmpty() ? inside : below.get(below.size() - 1);
    }

    /** The same, from what the captured object was given when it was made in the code around the function. */
    public Capture inner() {
        Optional<Edge.Bound> given = path.isEmpty() ? Optional.empty() : outside.flatMap(o -> given(o, path.get(0)));
        return given.map(g -> new Capture(
                                operation, function, inside, below, Optional.of(g), path.subList(1, path.size()))
                        .inner())
                .orElse(this);
    }

    private static Optional<Edge.Bound> given(Edge.Bound object, FieldKey field) {
        return object.value() instanceof Value.Result made && made.call().isAllocation()
                ? object.visit().outgoing(made.call()).stream()
                        .flatMap(constructor -> assigned(constructor.callee(), field)
                                .flatMap(parameter -> constructor.argument(parameter).stream()))
                        .findFirst()
                        .filter(g -> !isOnlyGivenTo(made.call(), g))
                : Optional.empty();
    }

    /** Whether the code makes something for the object alone: {@code new Notes(new ArrayList<>())}. Only the object is asked for it. */
    private static boolean isOnlyGivenTo(Site.Call creation, Edge.Bound given) {
        boolean fresh = given.value() instanceof Value.NewArray
                || given.value() instanceof Value.Result made && made.call().isAllocation();
        return fresh
                && given.visit().body().sites().stream()
                        .noneMatch(s -> s != creation
                                && BodyReads.operands(s).stream().anyMatch(v -> BodyReads.mentions(v, given.value())));
    }

    /** The parameters that a constructor assigns to a field. */
    private static Stream<Integer> assigned(Visit constructor, FieldKey field) {
        return constructor
                .body()
                .writes(field)
                .map(w -> w.value().settled())
                .filter(Value.Parameter.class::isInstance)
                .map(v -> ((Value.Parameter) v).index());
    }
}
