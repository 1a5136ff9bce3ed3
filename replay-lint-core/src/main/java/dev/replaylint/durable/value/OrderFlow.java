package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Order;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.ApiFlow;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Order passes through API calls as the catalogue says: some make it unfixed, some carry it, sorting ends it. */
public final class OrderFlow implements ApiFlow {

    private static final String STREAM = "java.util.stream.BaseStream";

    /** Helpers that sort are called right where it is needed. */
    private static final int DEEPEST = 3;

    private static final String FUNCTIONS = "java.util.function.";
    private static final String OPTIONAL = "java.util.Optional";

    private final Effects effects;
    private final Uses uses;
    private final AddingOrder adding;
    private final Parts parts;
    private final HeldOrder held;
    private final Lazy<Set<FieldKey>> sorted;
    private final PlacedParts placed;
    private final InitialOrders initial;
    private final Folds folds;
    private final SoleMatches soles;

    /** {@code visits} tell which fields hold what code sorts, when they do. */
    public OrderFlow(Program program, Effects effects, Uses uses, Collection<Visit> visits) {
        this.effects = effects;
        this.uses = uses;
        this.adding = new AddingOrder(effects);
        this.parts = new Parts(effects);
        this.held = new HeldOrder(effects, adding, parts);
        this.sorted = new Lazy<>(() -> sorted(visits));
        this.placed = new PlacedParts(effects);
        this.initial = new InitialOrders(program, effects);
        this.folds = new Folds(effects);
        this.soles = new SoleMatches(effects);
    }

    @Override
    public Set<Leaf> result(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        Optional<CatalogEntry<Order>> entry = effects.order(call.target());
        boolean element = Picks.isElement(call);
        if (entry.isEmpty()) {
            if (GrowingText.isBuilder(call, effects)) {
                return adding.written(call, visit, origins);
            }
            return isOnFunction(call) ? madeByReferences(call, visit) : held(call, visit, origins);
        }
        if (element || entry.get().fact() == Order.FREE) {
            return held(call, visit, origins);
        }
        if (isSorted(new Value.Result(call), visit, DEEPEST)
                || collectsSorted(call, visit)
                || isMadeSorted(call, visit)
                || folds.isOrderFree(call, visit)
                || soles.are(call, visit)
                || fails(call, visit)) {
            return Set.of();
        }
        if (entry.get().fact() == Order.FIXES && entry.get().into().equals(Operand.RESULT)) {
            // Whatever is added later, and when.
            return Set.of();
        }
        if (entry.get().fact() == Order.UNORDERED && entry.get().into().equals(Operand.RESULT)) {
            return Picks.isAny(call) && isToldOtherwise(call, visit, origins)
                    ? Set.of()
                    : Set.of(new Leaf.Source(call, visit));
        }
        return passed(entry.get(), call, visit, origins);
    }

    /** Whether there is but one element to pick from, or it is picked from what has no order anyway. */
    private boolean isToldOtherwise(Site.Call pick, Visit visit, Origins origins) {
        return soles.leadTo(pick, visit)
                || pick.receiver().stream()
                        .flatMap(r -> origins.leaves(r, visit).stream())
                        .anyMatch(Leaf.Source.class::isInstance);
    }

    /** The order of what a map or list holds, unless code sorts that. */
    private Set<Leaf> held(Site.Call call, Visit visit, Origins origins) {
        Optional<Value> whole = held.whole(call);
        Set<Value> names = whole.isPresent() ? parts.of(whole.get(), visit.body()) : Set.of();
        for (Site.Call each :
                names.isEmpty() ? List.<Site.Call>of() : visit.body().calls()) {
            boolean part = each.receiver().filter(names::contains).isPresent();
            if (!Collections.disjoint(sortedBy(each), names)
                    || part && each.arguments().stream().anyMatch(a -> sorts(a.settled(), each, visit))) {
                return Set.of();
            }
        }
        return names.isEmpty() ? Set.of() : held.of(whole.orElseThrow(), names, visit, origins);
    }

    private Set<Leaf> passed(CatalogEntry<Order> entry, Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        boolean parallel = entry.fact() == Order.PARALLEL;
        if (parallel || entry.fact().carries() || entry.fact() == Order.FOLDS) {
            for (Operand operand : entry.from()) {
                Operands.of(operand, call.receiver(), call.arguments())
                        .forEach(v -> found.addAll(carried(v, call, visit, origins)));
            }
        }
        if (parallel && Effects.holds(entry, call.arguments())) {
            found.add(new Leaf.Source(call, visit));
        } else if (!isStream(call)) {
            found.removeIf(this::isParallel);
        }
        if (isStream(call)) {
            found.addAll(placed.mapped(call, visit, origins));
        }
        if (call.isAllocation()) {
            found.addAll(adding.to(new Value.Result(call), visit, origins));
        }
        return found;
    }

    /** The order of an operand; of a function that makes what the elements go to, that of what it makes. */
    private Set<Leaf> carried(Value operand, Site.Call call, Visit visit, Origins origins) {
        if (!(operand.settled() instanceof Value.Function function)) {
            return origins.leaves(operand, visit);
        }
        Set<Leaf> found = madeByReferences(call, visit);
        found.removeIf(l -> ((Leaf.Source) l).site() != function.creation());
        found.addAll(origins.returnedByFunction(function, call, visit));
        return found;
    }

    private static boolean isOnFunction(Site.Call call) {
        return call.target().owner().startsWith(FUNCTIONS);
    }

    /** What API methods make that the call runs by reference: {@code toCollection(HashSet::new)}. */
    private Set<Leaf> madeByReferences(Site.Call call, Visit visit) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (ApiUse use : uses.references(call, visit)) {
            boolean unordered = effects.order(use.api())
                    .filter(e -> e.fact() == Order.UNORDERED)
                    .isPresent();
            if (unordered) {
                found.add(new Leaf.Source(use.site(), use.visit()));
            }
        }
        return found;
    }

    /** Whether a function of the call never returns: then what it would be run for is not there, as a second element to reduce. */
    private static boolean fails(Site.Call call, Visit visit) {
        return visit.outgoing(call).stream()
                .anyMatch(e -> e.how() == Edge.Kind.IN_PLACE
                        && e.callee().returns().findAny().isEmpty());
    }

    /** Whether a function makes something sorted of a whole: {@code found.map(TreeSet::new)}. */
    private boolean isMadeSorted(Site.Call call, Visit visit) {
        return effects.isSubtype(call.target().owner(), OPTIONAL)
                && call.arguments().stream().anyMatch(a -> sorts(a.settled(), call, visit));
    }

    private boolean isStream(Site.Call call) {
        return effects.isSubtype(call.target().resultClass(), STREAM);
    }

    /** What is gathered from a parallel stream is in order again. */
    private boolean isParallel(Leaf leaf) {
        return leaf instanceof Leaf.Source source
                && source.site() instanceof Site.Call call
                && effects.order(call.target())
                        .filter(e -> e.fact() == Order.PARALLEL)
                        .isPresent();
    }

    /** Whether a collector puts the elements into something that sorts them, or sorts them in the end. */
    private boolean collectsSorted(Site.Call call, Visit visit) {
        for (Value argument : call.arguments()) {
            if (argument.settled() instanceof Value.Result collector
                    && collector.call().arguments().stream()
                            .anyMatch(a -> sorts(a.settled(), collector.call(), visit))) {
                return true;
            }
        }
        return false;
    }

    private boolean sorts(Value function, Site.Call collector, Visit visit) {
        if (!(function instanceof Value.Function made)) {
            return false;
        }
        MethodKey runs = made.creation().implementation();
        return fixes(runs)
                || visit.outgoing(collector).stream()
                        .filter(e -> e.callee().body().key().equals(runs))
                        .flatMap(e -> e.callee().body().calls().stream())
                        .anyMatch(c -> fixes(c.target()));
    }

    private boolean fixes(MethodKey api) {
        return effects.order(api).filter(e -> e.fact() == Order.FIXES).isPresent();
    }

    private List<Value> sortedBy(Site.Call call) {
        return effects.order(call.target())
                .filter(e -> e.fact() == Order.FIXES && !e.into().equals(Operand.RESULT))
                .map(e -> Operands.of(e.into(), call.receiver(), call.arguments()))
                .orElse(List.of());
    }

    /** Fields of what code sorts, wherever that is, or of what sorts by itself. */
    private Set<FieldKey> sorted(Collection<Visit> visits) {
        Set<FieldKey> found = new HashSet<>();
        for (Body body : visits.stream().map(Visit::body).collect(Collectors.toSet())) {
            body.calls().stream()
                    .flatMap(c -> sortedBy(c).stream())
                    .filter(Value.FieldValue.class::isInstance)
                    .forEach(v -> found.add(((Value.FieldValue) v).read().field()));
            body.sites(Site.FieldWrite.class)
                    .filter(w -> w.value() instanceof Value.Result made
                            && fixes(made.call().target()))
                    .forEach(w -> found.add(w.field()));
        }
        return found;
    }

    /** Whether the object is sorted in the body that has it, in one that is handed it, or where it is kept, before anything else could matter. */
    private boolean isSorted(Value object, Visit visit, int depth) {
        return visit.body().calls().stream().anyMatch(c -> sortedBy(c).contains(object))
                || visit.body()
                        .sites(Site.FieldWrite.class)
                        .anyMatch(w -> w.value().equals(object) && sorted.get().contains(w.field()))
                || depth > 0 && visit.outgoing().stream().anyMatch(e -> sorts(e, object, depth - 1));
    }

    private boolean sorts(Edge edge, Value object, int depth) {
        return edge.how() == Edge.Kind.CALL
                && IntStream.range(0, edge.arguments().size())
                        .filter(i -> Parts.passes(edge.arguments().get(i), Set.of(object), edge))
                        .anyMatch(i -> isSorted(new Value.Parameter(i), edge.callee(), depth));
    }

    /** An element does not have the order that it came in. */
    @Override
    public List<Value> passedThrough(Value.Derived value) {
        return List.of();
    }

    /** A map without a fixed order never gets one, however the object is called that has it. */
    @Override
    public Set<Leaf> initial(Site.FieldRead read, List<FieldKey> path, Origins origins) {
        return path.isEmpty() ? initial.of(read.field()) : Set.of();
    }

    @Override
    public Set<Leaf> filled(Value container, Visit visit, List<FieldKey> path, Origins origins) {
        boolean asked = path.isEmpty()
                && container instanceof Value.FieldValue field
                && !sorted.get().contains(field.read().field());
        return asked ? adding.to(container, visit, origins) : Set.of();
    }

    @Override
    public Set<Leaf> fills(Edge edge, Value object, FieldKey field, Origins origins) {
        return sorted.get().contains(field) ? Set.of() : adding.by(edge, object, field, origins);
    }

    @Override
    public boolean countsContents() {
        return true;
    }
}
