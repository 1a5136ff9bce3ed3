package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
import dev.replaylint.program.Location;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** How often loops run: counted ones, those over a collection, those that run until something has happened. */
public final class LoopBounds {

    private final Program program;
    private final ValueTrail trail;
    private final Numbers numbers;
    private final Sizes sizes;
    private final Guards guards;
    private final Quantities quantities;
    private final ReturnedAmounts returned;
    private final Elements elements;

    public LoopBounds(Program program, ValueTrail trail, Numbers numbers, Sizes sizes, Quantities quantities) {
        this.program = program;
        this.trail = trail;
        this.numbers = numbers;
        this.sizes = sizes;
        this.quantities = quantities;
        this.guards = new Guards(trail, numbers, sizes, quantities);
        this.returned = new ReturnedAmounts(trail, numbers, sizes, guards);
        this.elements = new Elements(numbers, sizes, guards, returned);
    }

    /** The rounds of a loop around a site. */
    public Rounds of(Context.Loop loop, Site inside, CallFrame frame) {
        Optional<Rounds> counted = loop.exits().stream()
                .flatMap(e -> Counting.of(e, numbers.effects()).stream())
                .flatMap(c -> counted(c, loop, inside, frame).map(r -> tested(c, r, loop, inside)).stream())
                .reduce(Rounds::tighter);
        if (counted.isPresent()) {
            return ended(loop, counted.get());
        }
        if (loop.exits().stream().anyMatch(Scaling::isTested)
                || Scaling.halves(loop, frame.visit().body(), program)) {
            return ended(loop, Rounds.of(Amount.of(Scaling.MOST)).orFewer());
        }
        if (loop.iterated().isPresent()) {
            return ended(loop, ofCollection(loop.iterated().get(), inside, frame));
        }
        if (loop.exits().isEmpty()) {
            boolean counts = Counters.end(loop, frame, program, trail, numbers.effects());
            Amount most = counts ? quantities.rounds(loop, frame, inside.location()) : Amount.UNBOUNDED;
            return loop.ways() == 0 && !counts ? Rounds.UNBOUNDED : new Rounds(Amount.ONE, most);
        }
        return until(loop, inside, frame);
    }

    /** In no more than one of so many rounds of a loop a site is reached; zero if that is a number that the code does not show. */
    public long interval(Context.Loop loop, Site site, CallFrame frame) {
        return new Intervals(loop, frame, program, numbers).of(site);
    }

    /** Of a loop that other ways lead out of, too, only the first round is certain. */
    private static Rounds ended(Context.Loop loop, Rounds rounds) {
        boolean first = rounds.least().number().orElse(0) > 0;
        return loop.ways() <= 1 ? rounds : new Rounds(first ? Amount.ONE : Amount.NONE, rounds.most());
    }

    /** How often something is done for each element of a collection. */
    public Rounds ofCollection(Value collection, Site where, CallFrame frame) {
        return elements.of(collection, where, frame);
    }

    private Optional<Rounds> counted(Counting counting, Context.Loop loop, Site inside, CallFrame frame) {
        Stride stride = counting.stride();
        if (stride.cap().isPresent() && changes(List.of(stride.cap().get()), loop, frame)) {
            return Optional.empty();
        }
        Optional<Value> open = stride.open();
        return open.isEmpty()
                ? stepped(counting, loop, inside, frame)
                : strided(counting, open.get(), loop, inside, frame);
    }

    /** By steps whose size is a matter of configuration or input, but never an answer of an operation. */
    private Optional<Rounds> strided(Counting counting, Value size, Context.Loop loop, Site inside, CallFrame frame) {
        Optional<Long> known = numbers.of(size, frame).filter(n -> n > 0);
        if (known.isPresent()) {
            return stepped(counting.by(known.get()), loop, inside, frame);
        }
        if (changes(List.of(size, counting.bound()), loop, frame)) {
            return Optional.empty();
        }
        // Numbers that are known would say how many rounds there are if each step were the smallest.
        return stepped(counting, loop, inside, frame)
                .filter(r -> r.most().number().isEmpty())
                .or(() -> Optional.of(Rounds.of(quantities.rounds(loop, frame, inside.location()))))
                .map(Rounds::orFewer);
    }

    private Optional<Rounds> stepped(Counting counting, Context.Loop loop, Site inside, CallFrame frame) {
        Optional<Long> from = numbers.of(counting.start(), frame);
        Optional<Long> to = numbers.of(counting.bound(), frame);
        if (from.isPresent() && to.isPresent()) {
            return Optional.of(Rounds.of(Amount.of(counting.rounds(from.get(), to.get()))));
        }
        Optional<Long> limit = limit(counting, from, to, frame);
        if (limit.isPresent()) {
            return Optional.of(Rounds.of(Amount.of(limit.get())).orFewer());
        }
        if (from.isEmpty() && to.isPresent() && counting.step() > 0) {
            return Optional.of(Rounds.of(quantities.rounds(inside, frame, inside.location()))
                    .orFewer());
        }
        Optional<Long> distance = counting.distance();
        if (distance.isPresent()) {
            return Optional.of(Rounds.of(Amount.of(counting.rounds(0, distance.get()))));
        }
        if (from.isEmpty() && to.isEmpty()) {
            return spanned(counting.start(), counting.bound(), loop, inside, frame);
        }
        Value other = from.isEmpty() ? counting.start() : counting.bound();
        boolean up = to.isEmpty() && counting.step() > 0 || from.isEmpty() && counting.step() < 0;
        return up && (from.isPresent() || to.isPresent())
                ? measured(beforeLess(other), loop, inside, frame)
                        .map(r -> closed(counting, from.or(() -> to), r, less(other)))
                : Optional.empty();
    }

    /** The most rounds of a loop that is limited at its upper end, be that its start or its bound. */
    private Optional<Long> limit(Counting counting, Optional<Long> from, Optional<Long> to, CallFrame frame) {
        return counting.step() > 0
                ? from.flatMap(f -> numbers.most(counting.bound(), frame).map(most -> counting.rounds(f, most)))
                : to.flatMap(t -> numbers.most(counting.start(), frame).map(most -> counting.rounds(most, t)));
    }

    /** From one value to another, neither of which an operation of the loop changes. */
    private Optional<Rounds> spanned(Value start, Value bound, Context.Loop loop, Site inside, CallFrame frame) {
        if (changes(List.of(start, bound), loop, frame)) {
            return Optional.empty();
        }
        Value end = numbers.isWritten(bound, frame) ? start : bound;
        return Optional.of(
                Rounds.of(number(trail.follow(end, frame), loop, inside)).orFewer());
    }

    /** A number that an execution gives; what the code writes down has no name, though it is not computed here. */
    private Amount number(Located at, Context.Loop loop, Site inside) {
        return numbers.isWritten(at.value(), at.frame())
                ? quantities.rounds(loop, at.frame(), inside.location())
                : quantities.number(at, inside.location());
    }

    /** What a loop starts or ends so far short of: {@code 1} in {@code i = size - 1; i >= 0; i--}. */
    private static int less(Value end) {
        return end.settled() instanceof Value.Derived less
                        && less.operator().equals("-")
                        && less.operands().get(1) instanceof Value.Constant c
                        && c.constant() instanceof Integer number
                        && number > 0
                ? number
                : 0;
    }

    private static Value beforeLess(Value end) {
        return less(end) == 0 ? end : ((Value.Derived) end.settled()).operands().get(0);
    }

    /** Of a size, a loop that does not start or end at zero, or makes greater steps, runs fewer rounds. */
    private static Rounds closed(Counting counting, Optional<Long> known, Rounds rounds, int less) {
        int more = counting.closed() ? 1 : 0;
        Rounds all = more > less ? rounds.plus(Rounds.ONCE) : rounds;
        boolean each = less <= more
                && Math.abs(counting.step()) == 1
                && known.filter(f -> f != 0).isEmpty();
        return each ? all : all.dividedBy(Math.abs(counting.step())).orFewer();
    }

    /** Where the test stands behind what the loop does, that is done once more than the test succeeds. */
    private static Rounds tested(Counting counting, Rounds rounds, Context.Loop loop, Site inside) {
        boolean behind = loop.location().line() > inside.location().line();
        return behind && !counting.next() ? rounds.plus(Rounds.ONCE) : rounds;
    }

    /** A loop that counts to a size, or to a number from somewhere. */
    private Optional<Rounds> measured(Value bound, Context.Loop loop, Site inside, CallFrame frame) {
        Share share = Share.of(trail.follow(bound, frame), numbers);
        Located at = share.whole();
        Optional<Value> collection = Sizes.measuredBy(at.value());
        if (collection.isPresent()) {
            return Optional.of(share.in(ofCollection(collection.get(), inside, at.frame())));
        }
        boolean known = at.value() instanceof Value.Result
                || at.value() instanceof Value.FieldValue
                || at.value() instanceof Value.Element;
        boolean given = at.value() instanceof Value.Parameter;
        if (!known && !given || changes(List.of(bound), loop, frame)) {
            return Optional.empty();
        }
        Optional<Long> most =
                guards.most(at, inside, frame).or(() -> guards.assigned(at)).or(() -> returned.number(at));
        return Optional.of(most.map(m -> share.in(Rounds.of(Amount.of(m)).orFewer()))
                .orElseGet(() -> Rounds.of(number(at, loop, inside))));
    }

    /** A loop that drains a collection is bound by it; what ends when an operation says so is not bound at all. */
    private Rounds until(Context.Loop loop, Site inside, CallFrame frame) {
        Optional<Rounds> span = loop.exits().stream()
                .flatMap(e -> TimeRange.of(e, loop, frame.visit().body()).stream())
                .filter(s -> !changes(s.next(), loop, frame))
                .flatMap(s -> spanned(s.start(), s.bound(), loop, inside, frame).stream())
                .findFirst();
        if (span.isPresent()) {
            return ended(loop, span.get());
        }
        // Any exit ends the loop, and what is gone through ends whatever else is asked.
        Draining draining = new Draining(loop, frame, program, trail, numbers.effects());
        List<Value> going = loop.exits().stream()
                .filter(e -> draining.goesThrough(e) && !changes(List.of(e), loop, frame))
                .toList();
        List<Value> deciding = going.isEmpty() ? loop.exits() : going;
        boolean operations = changes(deciding, loop, frame);
        Amount first = loop.location().line() < inside.location().line() ? Amount.NONE : Amount.ONE;
        Optional<Value> drained = draining.drained(deciding);
        if (operations
                || loop.exits().stream().noneMatch(draining::drains)
                || drained.filter(draining::isRefilled).isPresent()) {
            boolean counts = Counters.end(loop, frame, program, trail, numbers.effects())
                    || new SharedCount(
                                    loop,
                                    frame,
                                    program,
                                    trail,
                                    numbers.effects(),
                                    v -> changes(List.of(v), loop, frame))
                            .ends()
                    || States.end(loop, frame, program, trail)
                    || Renewals.end(loop, frame, program, trail, numbers.effects())
                    || Deadlines.end(loop, frame, program, trail);
            Optional<List<Located>> ends = counts ? Optional.empty() : Progress.ends(loop, frame, program, trail);
            if (counts || ends.isEmpty() && Successors.end(loop, frame, program, trail, numbers.effects())) {
                return new Rounds(first, quantities.rounds(loop, frame, inside.location()));
            }
            return new Rounds(
                    first, ends.map(e -> between(e, loop, inside, frame)).orElse(Amount.UNBOUNDED));
        }
        return drained.map(c -> ofCollection(c, inside, frame).orFewer())
                .orElseGet(() -> new Rounds(Amount.NONE, quantities.rounds(loop, frame, inside.location())));
    }

    /** As many rounds as something that is given says; nobody needs to be told of what the code limits. */
    private Amount between(List<Located> ends, Context.Loop loop, Site inside, CallFrame frame) {
        return ends.stream()
                .filter(e -> !numbers.isLimited(e.value(), e.frame()))
                .findFirst()
                .map(e -> end(e, inside.location()))
                .orElseGet(() -> quantities.rounds(loop, frame, inside.location()));
    }

    /** A number, or a place in a text, which has no more of them than characters. */
    private Amount end(Located end, Location where) {
        return Progress.searched(end.value())
                .map(text -> sizes.of(text, end.frame(), where).most())
                .orElseGet(() -> quantities.number(end, where));
    }

    private boolean changes(List<Value> values, Context.Loop loop, CallFrame frame) {
        return Answers.decide(values, loop, frame, program, trail);
    }
}
