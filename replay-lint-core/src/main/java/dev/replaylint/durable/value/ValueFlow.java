package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.body.FunctionalTypes;
import dev.replaylint.durable.flow.Additions;
import dev.replaylint.durable.flow.ApiFlow;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Assignments;
import dev.replaylint.durable.flow.CaughtValues;
import dev.replaylint.durable.flow.Collecting;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Extent;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Pairs;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.program.Context;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Values pass through API calls from receiver and arguments to the result; what an operation returns is checkpointed. */
public final class ValueFlow implements ApiFlow {

    private static final String MAP = "java.util.Map";

    /** Where more methods may run, as where code runs whatever function it is given, somebody else chooses for most of them. */
    private static final int FEW = 4;

    private final Program program;
    private final Effects effects;
    private final Uses uses;
    private final Origins orders;
    private final UnorderedPicks picked;
    private final Collection<Visit> visits;
    private final ThreadLocals locals;
    private final KeptObjects objects;
    private final Additions additions;
    private final MutableObjects mutable;
    private final boolean selections;
    private final Extent extent;
    private final Pairs pairs;
    private final Collecting collecting;

    /** {@code orders} tells where collections without a fixed order come from: an element picked from one is a source. */
    public ValueFlow(Program program, Effects effects, Uses uses, Origins orders, Collection<Visit> visits) {
        this(program, effects, uses, orders, visits, true);
    }

    private ValueFlow(
            Program program, Effects effects, Uses uses, Origins orders, Collection<Visit> visits, boolean selections) {
        this.program = program;
        this.effects = effects;
        this.uses = uses;
        this.orders = orders;
        this.picked = new UnorderedPicks(orders, effects);
        this.visits = visits;
        this.locals = new ThreadLocals(effects, visits);
        this.objects = new KeptObjects(effects, visits);
        this.pairs = new Pairs(effects);
        this.additions = new Additions(effects, this::isSource, selections);
        this.mutable = new MutableObjects(effects);
        this.selections = selections;
        this.collecting = new Collecting(effects, uses, pairs, selections);
        this.extent = new Extent(effects, uses, additions, pairs, this::contents);
    }

    /** The same, but for what decides which elements there are and in which order: filters and comparisons. */
    public ValueFlow withoutSelections() {
        return new ValueFlow(program, effects, uses, orders, visits, false);
    }

    @Override
    public Set<Leaf> result(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        // How long a retry waits is not compared: only whether there is one decides what runs.
        if (DurableSdk.operation(call.target(), program).isPresent()
                || DurableSdk.joins(call.target(), program)
                || DurableStrategies.retries(call.target()).isPresent()) {
            return Set.of();
        }
        if (!selections && FunctionalTypes.selects(call.target().descriptor())) {
            return call.receiver().map(r -> origins.leaves(r, visit, path)).orElse(Set.of());
        }
        Set<Leaf> found = new LinkedHashSet<>();
        boolean counted = path.equals(Extent.OF);
        if ((isSource(call, visit) && !(counted && extent.isAlways(call, visit)))
                || (picked.is(call, visit) && !(counted && Extent.isOne(call)))) {
            found.add(new Leaf.Source(call, visit));
        }
        for (ApiUse reference : uses.references(call, visit)) {
            found.add(new Leaf.Source(reference.site(), reference.visit()));
        }
        Optional<CatalogEntry<Effect>> effect = effects.effect(call, visit.body());
        boolean independent = effect.filter(e -> e.fact().isVaryingValue()
                        && !e.isByOrigin()
                        && !e.fact().isIo())
                .isPresent();
        if (!independent) {
            found.addAll(counted ? elements(call, visit, origins) : contents(call, visit, path, origins));
        }
        return found;
    }

    private Set<Leaf> elements(Site.Call call, Visit visit, Origins origins) {
        return collecting.collector(call).isPresent()
                ? contents(call, visit, Pairs.KEYS_ONLY, origins)
                : extent.of(call, visit, origins);
    }

    private Set<Leaf> contents(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        Optional<Site.Call> collector = Pairs.isAsked(path) ? collecting.collector(call) : Optional.empty();
        if (collector.isPresent()) {
            return collecting.of(call, collector.get(), visit, path, origins);
        }
        Set<Leaf> found =
                extent.isMapped(call, visit) ? mapped(call, visit, origins) : operands(call, visit, path, origins);
        found.addAll(origins.returnedByFunctions(call, visit, path));
        return found;
    }

    /** What functions take of what they capture and are given is in what they return. */
    private Set<Leaf> mapped(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        call.receiver().filter(r -> selections).ifPresent(r -> found.addAll(origins.leaves(r, visit, Extent.OF)));
        return found;
    }

    private boolean isSource(Site.Call call, Visit visit) {
        return effects.effect(call, visit.body())
                        .filter(e -> e.fact().isVaryingValue())
                        .isPresent()
                || effects.identity(call, visit.body()).isPresent()
                || DurableSdk.isAnyOf(call.target(), program)
                || DurableSdk.isContextLogger(call.target(), program)
                || DurableSdk.isReplaying(call.target(), program);
    }

    private Set<Leaf> operands(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        call.receiver()
                .ifPresent(r -> asked(call, r, path)
                        .ifPresent(p -> found.addAll(origins.leaves(r, visit, ofReceiver(call, visit, p)))));
        if (selections && Pairs.isAsked(path)) {
            found.addAll(compared(call, visit, origins));
        }
        found.addAll(arguments(call, visit, path, origins));
        if (call.isAllocation() || mutable.isMadeBy(call)) {
            found.addAll(additions.to(new Value.Result(call), visit, path, origins));
        }
        return found;
    }

    /** Of an entry that a reference takes apart, the part: {@code map(Map.Entry::getKey)}. */
    private List<FieldKey> ofReceiver(Site.Call call, Visit visit, List<FieldKey> path) {
        List<ApiUse> references = uses.references(call, visit);
        return Extent.maps(call) && references.size() == 1
                ? pairs.ofElement(references.get(0), path)
                : CaughtValues.asked(call, pairs.ofReceiver(call, path), effects);
    }

    /** What a comparator without code of its own goes by. */
    private Set<Leaf> compared(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        boolean compares = FunctionalTypes.selects(call.target().descriptor())
                && visit.outgoing(call).isEmpty();
        call.receiver()
                .filter(r -> compares)
                .ifPresent(r ->
                        call.arguments().forEach(a -> found.addAll(origins.leaves(r, visit, pairs.ofComparator(a)))));
        return found;
    }

    private Set<Leaf> arguments(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (pairs.gives(call, path)) {
            pairs.arguments(call, path).forEach(a -> found.addAll(origins.leaves(a, visit, Assignments.rest(path))));
            return found;
        }
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        for (int i = 0; i < call.arguments().size(); i++) {
            // Of a strategy whose code is known, what it decides counts, and not what it keeps.
            boolean decides = DurableStrategies.isStrategy(parameters.get(i))
                    && !visit.outgoing(call).isEmpty();
            found.addAll(decides ? Set.of() : origins.leaves(call.arguments().get(i), visit, path));
        }
        return found;
    }

    @Override
    public Set<Leaf> filled(Value container, Visit visit, List<FieldKey> path, Origins origins) {
        // What is read from a map depends on the key, and may be anything that it has.
        boolean map = !Pairs.isAsked(path)
                && container instanceof Value.FieldValue
                && Parts.users(container, visit.body())
                        .anyMatch(c -> effects.isSubtype(c.target().owner(), MAP));
        return map ? Set.of() : additions.to(container, visit, path, origins);
    }

    @Override
    public Set<Leaf> kept(FieldKey field, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>(locals.contents(field, path, this, origins));
        found.addAll(objects.of(field, path, origins));
        return found;
    }

    /** A thread-local has what code puts into it, wherever that is. */
    @Override
    public Set<Leaf> initial(Site.FieldRead read, List<FieldKey> path, Origins origins) {
        return locals.of(read.field(), path, origins);
    }

    @Override
    public Set<Leaf> changed(Value object, Visit visit, List<FieldKey> path, Origins origins) {
        return mutable.isFromElsewhere(object, visit) && additions.change(object, visit)
                ? additions.to(object, visit, path, origins)
                : Set.of();
    }

    /** What a call asks of its receiver, to which it gives what is asked of its result. */
    private Optional<List<FieldKey>> asked(Site.Call call, Value receiver, List<FieldKey> path) {
        boolean shape =
                effects.flow(call.target()).filter(e -> e.fact() == Flow.SHAPE).isPresent();
        if (!shape) {
            return Optional.of(path);
        }
        boolean uncounted = receiver instanceof Value.Result made
                && made.call().isAllocation()
                && !Extent.isList(effects, made.call().target().owner());
        boolean elements = Extent.has(effects, call.target().owner()) && !(receiver instanceof Value.This);
        return uncounted ? Optional.empty() : Optional.of(elements ? Extent.OF : path);
    }

    @Override
    public boolean hasElements(String className) {
        return Extent.has(effects, className);
    }

    @Override
    public List<Value> passedThrough(Value.Derived value) {
        return Value.Element.isOfRound(value)
                ? value.operands().stream()
                        .map(o -> o instanceof Value.Element e ? e.any() : o)
                        .toList()
                : value.operands();
    }

    @Override
    public boolean countsContents() {
        return true;
    }

    @Override
    public Set<Leaf> target(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        boolean asked = path.isEmpty() || path.equals(Extent.OF);
        return asked && visit.calls(call).size() <= FEW ? Extent.ofTarget(call, visit, origins) : Set.of();
    }

    @Override
    public List<Value> deciders(Value.Join join) {
        return join.deciders();
    }

    @Override
    public List<Value> deciders(Site.Return site) {
        return site.context().conditions().stream()
                .map(Context.Condition::value)
                .toList();
    }

    @Override
    public Set<Leaf> placed(Value.Element element, Visit visit, List<FieldKey> path) {
        return path.equals(Extent.OF) ? Set.of() : picked.placed(element, visit);
    }

    @Override
    public Set<Leaf> taken(Stream<Site.Call> elements, Visit visit, List<FieldKey> path) {
        // Whether there is one does not hang on which one it is.
        return path.equals(Extent.OF) ? Set.of() : picked.taken(elements, visit);
    }
}
