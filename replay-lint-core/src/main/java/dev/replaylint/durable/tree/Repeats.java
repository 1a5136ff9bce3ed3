package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.loop.LoopBounds;
import dev.replaylint.durable.loop.Numbers;
import dev.replaylint.durable.loop.Quantities;
import dev.replaylint.durable.loop.Quantity;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.durable.loop.Sizes;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** How often the parts of an operation tree run: loops, functions of streams, and those of a {@code map}. */
final class Repeats {

    private final LoopBounds bounds;
    private final Quantities quantities;
    private final Depths depths;

    Repeats(Program program, Effects effects, ValueTrail trail) {
        quantities = new Quantities(program, trail);
        Numbers numbers = new Numbers(trail, effects);
        Sizes sizes = new Sizes(program, effects, trail, numbers, quantities);
        bounds = new LoopBounds(program, trail, numbers, sizes, quantities);
        depths = new Depths(program, trail, effects);
    }

    /** What the rounds depend on. */
    List<Quantity> quantities() {
        return quantities.all();
    }

    /** The rounds of the loop with this number around a site. */
    Rounds ofLoop(int number, Site inside, CallFrame frame) {
        return loop(number, inside).map(l -> bounds.of(l, inside, frame)).orElse(Rounds.UNBOUNDED);
    }

    /** In no more than one of so many rounds of a loop a site is reached; zero if that is a number that the code does not show. */
    long interval(int loop, Site site, CallFrame frame) {
        return loop(loop, site).map(l -> bounds.interval(l, site, frame)).orElse(1L);
    }

    /** Rounds of which nothing is known. */
    Rounds some(Site inside, CallFrame frame) {
        return Rounds.of(quantities.rounds(inside, frame, inside.location()));
    }

    /** The loop with this number around a site. */
    static Optional<Context.Loop> loop(int number, Site inside) {
        return inside.context().loops().stream()
                .filter(l -> l.number() == number)
                .findFirst();
    }

    /** How often an API runs a function that it runs for each element. */
    Rounds ofFunction(Site.Call call, CallFrame frame) {
        Optional<Value> elements = call.receiver()
                .or(() -> call.arguments().stream()
                        .filter(a -> !(a.settled() instanceof Value.Function))
                        .findFirst());
        return elements.map(e -> bounds.ofCollection(e, call, frame))
                .orElseGet(() -> Rounds.of(quantities.rounds(call, frame, call.location())));
    }

    /** How often an operation runs its function, retries apart. */
    Rounds ofOperation(OperationKind kind, Site.Call call, CallFrame frame) {
        return kind == OperationKind.MAP
                ? bounds.ofCollection(call.arguments().get(DurableSdk.MAP_ITEMS), call, frame)
                : Rounds.ONCE;
    }

    /** What ends the recursion that an edge out of a frame closes. */
    OperationNode.Recursion.Depth ofRecursion(Edge edge, CallFrame frame) {
        return depths.of(edge, frame);
    }
}
