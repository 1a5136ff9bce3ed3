package dev.replaylint.durable.loop;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Location;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many elements collections, arrays and streams have: a number where the code lists them, else a quantity. */
public final class Sizes {

    private static final int DEEPEST = 24;
    static final Set<String> MEASURES = Set.of("size", "length");
    private static final Set<String> RESTS = Set.of("subList", "substring", "skip", "tailSet", "tailMap");

    private final Effects effects;
    private final ValueTrail trail;
    private final Numbers numbers;
    private final EnumSizes enums;
    private final Groups groups;
    private final Quantities quantities;
    private int depth;

    public Sizes(Program program, Effects effects, ValueTrail trail, Numbers numbers, Quantities quantities) {
        this.effects = effects;
        this.trail = trail;
        this.numbers = numbers;
        this.enums = new EnumSizes(program, trail);
        this.groups = new Groups(numbers, enums, this);
        this.quantities = quantities;
    }

    /** The number of elements; {@code where} is where that decides how often something runs. */
    Rounds of(Value collection, CallFrame frame, Location where) {
        Located at = known(new Located(collection.settled(), frame));
        if (depth >= DEEPEST) {
            return Rounds.of(quantities.size(at, where));
        }
        depth++;
        try {
            return find(at, where).orElseGet(() -> Rounds.of(quantities.size(at, where)));
        } finally {
            depth--;
        }
    }

    /** Where the value comes from, but not behind what is known without looking into it: an enum's own methods have code. */
    private Located known(Located start) {
        Located at = start;
        Optional<Located> next = trail.before(at);
        while (next.isPresent()
                && !(at.value() instanceof Value.Result r
                        && enums.constants(r.call(), at.frame()).isPresent())) {
            at = next.get();
            next = trail.before(at);
        }
        return at;
    }

    /** What a value is that has as many elements, or more: the collection behind streams and copies. */
    Located whole(Value collection, CallFrame frame) {
        return last(wholes(collection, frame));
    }

    /** The value, and what it is of step by step: each has at least as many elements as the one before. */
    List<Located> wholes(Value collection, CallFrame frame) {
        return origins(collection, frame, EnumSet.of(Sizing.AS_MANY, Sizing.NO_MORE));
    }

    /** What a value is that has exactly as many elements. */
    Located equal(Value collection, CallFrame frame) {
        return last(origins(collection, frame, EnumSet.of(Sizing.AS_MANY)));
    }

    /** The number that a range counts to, which has no more elements than that if it starts at no less than nothing. */
    Optional<Located> counted(Located range) {
        return range.value() instanceof Value.Result result
                        && sizing(result.call())
                                .filter(e -> e.fact() == Sizing.RANGE || e.fact() == Sizing.RANGE_CLOSED)
                                .isPresent()
                        && numbers.of(result.call().arguments().get(0), range.frame())
                                .filter(from -> from >= 0)
                                .isPresent()
                ? Optional.of(trail.follow(result.call().arguments().get(1), range.frame()))
                : Optional.empty();
    }

    /** What part of a range the groups are that were made of its numbers. */
    Optional<Share> part(Located collection) {
        return groups.part(collection);
    }

    private static Located last(List<Located> steps) {
        return steps.get(steps.size() - 1);
    }

    private List<Located> origins(Value collection, CallFrame frame, Set<Sizing> through) {
        List<Located> steps = new ArrayList<>(List.of(trail.follow(collection, frame)));
        while (steps.size() <= DEEPEST && last(steps).value() instanceof Value.Result result) {
            Optional<CatalogEntry<Sizing>> entry = sizing(result.call());
            Optional<Value> operand =
                    entry.filter(e -> through.contains(e.fact())).flatMap(e -> operand(e, result.call()));
            if (operand.isEmpty()) {
                return steps;
            }
            steps.add(trail.follow(operand.get(), last(steps).frame()));
        }
        return steps;
    }

    private Optional<Rounds> find(Located at, Location where) {
        if (at.value() instanceof Value.NewArray array) {
            return written(array, at.frame()).map(n -> Rounds.of(Amount.of(n)));
        }
        if (at.value() instanceof Value.Constant c && c.constant() instanceof String text) {
            return Optional.of(Rounds.of(Amount.of(text.length())));
        }
        if (at.value() instanceof Value.Join join) {
            return either(join, at.frame(), where);
        }
        if (!(at.value() instanceof Value.Result result)) {
            return Optional.empty();
        }
        Site.Call call = result.call();
        Optional<Rounds> constants = enums.constants(call, at.frame());
        if (constants.isPresent()) {
            return constants;
        }
        boolean grows =
                call.isAllocation() && Fillings.grows(call, at.frame().visit().body());
        return grows ? filled(call, at.frame(), where) : sizing(call).flatMap(e -> sized(e, call, at.frame(), where));
    }

    /** What it is made with, and what is added after that. */
    private Optional<Rounds> filled(Site.Call creation, CallFrame frame, Location where) {
        Optional<Rounds> start = sizing(creation).flatMap(e -> sized(e, creation, frame, where));
        Rounds before = start.orElse(Rounds.of(Amount.NONE));
        return Fillings.additions(creation, frame.visit().body())
                .map(n -> before.plus(Rounds.of(Amount.of(n)).orFewer()));
    }

    /** One of several collections; what a loop leaves of one is no other. */
    private Optional<Rounds> either(Value.Join join, CallFrame frame, Location where) {
        return join.alternatives().stream()
                .filter(v -> !isRest(v, join))
                .map(v -> of(v, frame, where))
                .reduce(Rounds::or);
    }

    private static boolean isRest(Value value, Value.Join whole) {
        return value instanceof Value.Result result
                && RESTS.contains(result.call().target().name())
                && result.call().receiver().filter(r -> r.settled() == whole).isPresent();
    }

    private Optional<CatalogEntry<Sizing>> sizing(Site.Call call) {
        return effects.sizing(call.target());
    }

    private static Optional<Value> operand(CatalogEntry<Sizing> entry, Site.Call call) {
        return entry.from().stream()
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .findFirst();
    }

    private Optional<Rounds> sized(CatalogEntry<Sizing> entry, Site.Call call, CallFrame frame, Location where) {
        Optional<Value> operand = operand(entry, call);
        return switch (entry.fact()) {
            case AS_MANY -> operand.map(o -> of(o, frame, where));
            case NO_MORE ->
                groups.of(call, frame)
                        .or(() -> operand.map(o -> of(o, frame, where).orFewer()));
            case FLAT -> flat(call, frame, where);
            case SINGLE -> Optional.of(Rounds.ONCE.orFewer());
            case AT_MOST ->
                operand.flatMap(o -> numbers.most(o, frame))
                        .map(n -> receiver(call, frame, where).upTo(n).orFewer());
            case SMALLEST, GREATEST, DIVIDED, ROUNDED, KEYED -> Optional.empty();
            case COMPUTED ->
                Optional.of(Rounds.of(quantities.rounds(call, frame, where)).orFewer());
            case LISTED -> listed(call, frame, where);
            case LISTED_PAIRS ->
                Optional.of(Rounds.of(Amount.of(call.arguments().size() / 2)));
            case RANGE -> range(call, frame, where, 0);
            case RANGE_CLOSED -> range(call, frame, where, 1);
        };
    }

    private Rounds receiver(Site.Call call, CallFrame frame, Location where) {
        return Operands.of(Operand.RECEIVER, call.receiver(), call.arguments()).stream()
                .findFirst()
                .map(r -> of(r, frame, where))
                .orElse(Rounds.UNBOUNDED);
    }

    /** Only where the code shows all numbers; else it is a size of its own. */
    private Optional<Rounds> flat(Site.Call call, CallFrame frame, Location where) {
        List<Value> given = new ArrayList<>();
        Optional<CallFrame> function = Optional.empty();
        for (Edge edge : List.copyOf(frame.visit().outgoing(call))) {
            if (edge.how() == Edge.Kind.IN_PLACE && !frame.runs(edge.callee())) {
                function = Optional.of(trail.enter(edge, frame));
                edge.callee().returned().forEach(given::add);
            }
        }
        return given.size() == 1
                ? function.map(f -> of(given.get(0), f, where).times(receiver(call, frame, where)))
                        .filter(r -> r.most().number().isPresent())
                : Optional.empty();
    }

    private Optional<Rounds> listed(Site.Call call, CallFrame frame, Location where) {
        if (call.arguments().size() == 1) {
            Located only = trail.follow(call.arguments().get(0), frame);
            boolean array = only.value() instanceof Value.NewArray
                    || Descriptors.parameters(call.target().descriptor()).equals(List.of("[Ljava/lang/Object;"));
            if (array) {
                return Optional.of(of(only.value(), only.frame(), where));
            }
        }
        return Optional.of(Rounds.of(Amount.of(call.arguments().size())));
    }

    private Optional<Rounds> range(Site.Call call, CallFrame frame, Location where, long more) {
        Optional<Long> from = numbers.of(call.arguments().get(0), frame);
        Value end = call.arguments().get(1).settled();
        return from.map(f -> numbers.of(end, frame)
                .map(t -> Rounds.of(Amount.of(t - f + more)))
                .orElseGet(() -> shifted(end, more - f, frame, where)));
    }

    /** As many as a number that is not known, and so many more or fewer: {@code n + 1} has a constant part. */
    private Rounds shifted(Value end, long more, CallFrame frame, Location where) {
        if (end instanceof Value.Derived sum
                && sum.operator().equals("+")
                && sum.operands().get(1).settled() instanceof Value.Constant c
                && c.constant() instanceof Number n) {
            return shifted(sum.operands().get(0).settled(), more + n.longValue(), frame, where);
        }
        Rounds rounds = upTo(end, frame, where);
        return more < 0 ? rounds.orFewer() : rounds.plus(Rounds.of(Amount.of(more)));
    }

    /** As many numbers as a size, or a number from somewhere. */
    private Rounds upTo(Value end, CallFrame frame, Location where) {
        Optional<Long> most = numbers.most(end, frame);
        if (most.isPresent()) {
            return Rounds.of(Amount.of(most.get())).orFewer();
        }
        Share share = Share.of(trail.follow(end, frame), numbers);
        Located at = share.whole();
        return measuredBy(at.value())
                .map(c -> share.in(of(c, at.frame(), where)))
                .orElseGet(() -> Rounds.of(quantities.number(at, where)));
    }

    /** Elements of an array that the code lists; none that is filled in a loop. */
    private static Optional<Long> written(Value.NewArray array, CallFrame frame) {
        List<Site.ArrayWrite> writes = frame.visit()
                .body()
                .sites(Site.ArrayWrite.class)
                .filter(w -> w.array().equals(array))
                .toList();
        boolean listed = !writes.isEmpty()
                && writes.stream().allMatch(w -> w.context().loops().isEmpty());
        return listed ? Optional.of((long) writes.size()) : Optional.empty();
    }

    /** The collection whose size a value is. */
    static Optional<Value> measuredBy(Value value) {
        if (value instanceof Value.Derived length && length.operator().equals("length")) {
            return Optional.of(length.operands().get(0));
        }
        return value instanceof Value.Result result
                        && MEASURES.contains(result.call().target().name())
                        && result.call().arguments().isEmpty()
                ? result.call().receiver()
                : Optional.empty();
    }
}
