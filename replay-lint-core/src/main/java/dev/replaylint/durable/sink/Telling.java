package dev.replaylint.durable.sink;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.body.Tested;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Overwritten;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.ReadParts;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether values end in lines of a log and in measurements, wherever they are handed on to, and nothing else comes of them. */
public final class Telling {

    /**
     * A value in a visit.
     *
     * @param except a function that does not count
     * @param whole whether the value is an object of which only counts what becomes of it as a whole, and not of its parts
     */
    private record Question(Visit visit, Value value, Optional<MethodKey> except, boolean whole) {}

    /** Constructors that constructors call. */
    private static final int DEEPEST = 4;

    private final Effects effects;
    private final LogConditions conditions;
    private final Optional<Lazy<Map<FieldKey, List<Place>>>> reads;

    /** What is asked for again on the way adds nothing. */
    private final Memo<Question, Boolean> known = new Memo<>(this::find);

    /** What is kept in a field counts as not told. */
    public Telling(Effects effects) {
        this.effects = effects;
        this.conditions = new LogConditions(effects);
        this.reads = Optional.empty();
    }

    /** What is kept in a field is told if replayed code does no more with it; what operations do is asked before. */
    static Telling whereReplayed(Effects effects, Collection<Visit> visits) {
        return new Telling(
                effects,
                visits.stream().filter(v -> v.region() != Region.CHECKPOINTED).toList());
    }

    /** What is kept in a field is told if no visit does more with it. */
    Telling(Effects effects, Collection<Visit> visits) {
        this.effects = effects;
        this.conditions = new LogConditions(effects);
        this.reads = Optional.of(new Lazy<>(() -> reads(visits)));
    }

    private static Map<FieldKey, List<Place>> reads(Collection<Visit> visits) {
        Map<FieldKey, List<Place>> found = new HashMap<>();
        visits.forEach(v -> v.body()
                .sites(Site.FieldRead.class)
                .filter(v::runs)
                .forEach(r ->
                        found.computeIfAbsent(r.field(), f -> new ArrayList<>()).add(new Place(r, v))));
        return found;
    }

    /** Whether it does, whatever a function does that captures it. */
    public boolean only(Value value, Visit visit, Optional<MethodKey> except) {
        return known.get(new Question(visit, value, except, false), true);
    }

    /** Whether it does. */
    boolean only(Value value, Visit visit) {
        return only(value, visit, false);
    }

    private boolean only(Value value, Visit visit, boolean whole) {
        return known.get(new Question(visit, value, Optional.empty(), whole), true);
    }

    private boolean find(Question asked) {
        Visit visit = asked.visit();
        Set<Value> names = new LinkedHashSet<>(Set.of(asked.value()));
        int before;
        do {
            before = names.size();
            for (Site site : visit.body().sites()) {
                boolean taken = BodyReads.operands(site).stream().anyMatch(v -> consists(v, names));
                if (taken && !isTold(site, names, asked)) {
                    return false;
                }
            }
        } while (names.size() > before);
        return conditions.of(visit).entrySet().stream()
                .noneMatch(c -> !c.getValue() && !Tested.isAboutPresence(c.getKey()) && consists(c.getKey(), names));
    }

    private static boolean consists(Value value, Set<Value> names) {
        return BodyReads.consists(
                value,
                v -> isName(v, names)
                        || v instanceof Value.Join join
                                && join.deciders().stream()
                                        .anyMatch(d -> BodyReads.consists(d, n -> isName(n, names))));
    }

    /** What is made of others is no name, and may be too large to be compared. */
    private static boolean isName(Value value, Set<Value> names) {
        return !(value instanceof Value.Template || value instanceof Value.Derived) && names.contains(value);
    }

    /** Whether a site does no more with the names than telling them, or giving another name to be told. */
    private boolean isTold(Site site, Set<Value> names, Question asked) {
        if (site instanceof Site.Call call) {
            return effects.tells(call.target()) || isTold(call, names, asked);
        }
        if (site instanceof Site.FunctionCreation function) {
            return asked.except().filter(function.implementation()::equals).isPresent()
                    || isTold(function, names, asked);
        }
        if (site instanceof Site.FieldRead read) {
            if (!asked.whole()) {
                names.add(new Value.FieldValue(read));
            }
            return true;
        }
        if (site instanceof Site.FieldWrite write && reads.isPresent()) {
            return !consists(write.value(), names)
                    || Overwritten.isReplaced(write, asked.visit())
                    || isKeptForTelling(write, asked);
        }
        if (site instanceof Site.ArrayWrite write && write.array().settled() instanceof Value.NewArray array) {
            names.add(array);
            return true;
        }
        return site instanceof Site.Throw ? asked.whole() : site instanceof Site.Return && isToldByCallers(asked);
    }

    private boolean isKeptForTelling(Site.FieldWrite write, Question asked) {
        return isKeptForTelling(write.field(), write.receiver(), asked);
    }

    /** Whether nobody who reads the field does more than telling what it holds, nor whoever has the object. */
    private boolean isKeptForTelling(FieldKey field, Optional<Value> object, Question asked) {
        boolean own = object.filter(r -> r.settled() == Value.This.THIS).isPresent();
        return reads.orElseThrow().get().getOrDefault(field, List.of()).stream()
                        .allMatch(p -> only(new Value.FieldValue((Site.FieldRead) p.site()), p.visit(), asked.whole()))
                && (!own || isToldByHolders(asked.visit(), DEEPEST));
    }

    /** Of an object that is being made, or on which a method is called. */
    private boolean isToldByHolders(Visit visit, int depth) {
        return depth > 0 && visit.incoming().stream().allMatch(e -> isToldByHolder(e, depth));
    }

    private boolean isToldByHolder(Edge edge, int depth) {
        Optional<Edge.Bound> held = edge.site() instanceof Site.Call call && call.isAllocation()
                ? Optional.of(new Edge.Bound(edge.caller(), new Value.Result(call)))
                : edge.receiver();
        return held.filter(h -> h.value().settled() == Value.This.THIS
                        ? isToldByHolders(h.visit(), depth - 1)
                        : only(h.value().settled(), h.visit(), true))
                .isPresent();
    }

    private boolean isTold(Site.Call call, Set<Value> names, Question asked) {
        List<Edge> edges = asked.visit().outgoing(call);
        boolean made = call.isAllocation() && reads.isPresent() && !edges.isEmpty();
        // Of a whole object, what methods return that is made of it is asked for where they do.
        boolean entered = asked.whole() && !asked.visit().calls(call).isEmpty();
        if (call.resultUsed() && !made && !entered) {
            names.add(new Value.Result(call));
        }
        return edges.isEmpty() ? isAnswered(call, names, asked) : edges.stream().allMatch(e -> isTold(e, names, asked));
    }

    /** Whether an API only answers something about the names, or changes them, and runs nothing that is not known. */
    private boolean isAnswered(Site.Call call, Set<Value> names, Question asked) {
        if (call.arguments().stream().anyMatch(this::isOpen)) {
            return false;
        }
        List<Value> into = effects.flow(call.target())
                .filter(e -> e.fact() == Flow.MUTATES)
                .map(e -> Operands.of(e.into(), call.receiver(), call.arguments()))
                .orElse(List.of());
        boolean stored = !into.isEmpty() && into.stream().noneMatch(v -> consists(v, names));
        boolean ofItself = call.arguments().stream().noneMatch(a -> consists(a, names));
        Optional<Effect> effect = effects.effect(call.target()).map(CatalogEntry::fact);
        return stored
                ? into.stream().allMatch(v -> isStoredForTelling(v.settled(), asked))
                : ofItself
                        || call.resultUsed()
                                && effect.filter(e -> e != Effect.PURE).isEmpty();
    }

    /** Functions of the platform without an effect are known: {@code Long::sum}. */
    private boolean isOpen(Value argument) {
        return argument instanceof Value.Function function
                && (reads.isEmpty()
                        || !function.creation().implementation().isOfPlatform()
                        || effects.effect(function.creation().implementation())
                                .filter(e -> e.fact() != Effect.PURE)
                                .isPresent());
    }

    /** Whether nobody does more than telling it with what a list or a map in a field is given. */
    private boolean isStoredForTelling(Value collection, Question asked) {
        return reads.isPresent()
                && collection instanceof Value.FieldValue field
                && isKeptForTelling(field.read().field(), field.read().receiver(), asked);
    }

    private boolean isTold(Edge edge, Set<Value> names, Question asked) {
        if (edge.how() != Edge.Kind.CALL) {
            // It is run for what the names hold, or with it.
            return edge.how() != Edge.Kind.OPERATION && conditions.tellsOnly(edge.callee());
        }
        return IntStream.range(-1, edge.arguments().size())
                .filter(i -> edge.argument(i)
                        .filter(b -> b.visit() == edge.caller() && consists(b.value(), names))
                        .isPresent())
                .allMatch(i -> only(i < 0 ? Value.This.THIS : new Value.Parameter(i), edge.callee(), asked.whole()));
    }

    private boolean isTold(Site.FunctionCreation function, Set<Value> names, Question asked) {
        Optional<Visit> run = asked.visit().run(function);
        return run.isPresent()
                && IntStream.range(0, function.bound().size())
                        .filter(i -> consists(function.bound().get(i), names))
                        .allMatch(i -> only(ReadParts.parameter(function, i), run.get(), asked.whole()));
    }

    private boolean isToldByCallers(Question asked) {
        Visit visit = asked.visit();
        return !visit.incoming().isEmpty()
                && visit.incoming().stream()
                        .allMatch(e -> e.how() == Edge.Kind.CALL
                                && e.site() instanceof Site.Call call
                                && only(new Value.Result(call), e.caller(), asked.whole()));
    }
}
