package dev.replaylint.durable.flow;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.FunctionalTypes;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which elements a collection, stream or optional has, and how many, apart from what the elements are made of: the clock in an element
 * does not decide how often a loop over the elements runs.
 */
public final class Extent {

    /** Asks for the extent of a value, in place of the fields that are read from it. */
    public static final List<FieldKey> OF = List.of(new FieldKey("", "extent"));

    private static final List<FieldKey> WHOLE = List.of();

    private static final String OPTIONAL = "java.util.Optional";

    private static final Set<String> CONTAINERS = Set.of(
            "java.lang.Iterable",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.Map",
            "java.util.Optional",
            "java.util.stream.BaseStream");

    /** A set or map has as many elements as there are different ones, which what they are made of decides. */
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Deque");

    private static final Set<String> MAPPED =
            Set.of("map", "mapToObj", "mapToInt", "mapToLong", "mapToDouble", "flatMap", "mapMulti");

    private static final Set<String> MATCHES = Set.of("anyMatch", "allMatch", "noneMatch");

    /** Calls that give one of the elements if there are any. */
    private static final Set<String> ONE = Set.of("findFirst", Picks.ANY, "max", "min");

    /** Calls that give the element of an optional, or something else. */
    private static final Set<String> CONTENTS = Set.of("get", "orElse", "orElseGet", "orElseThrow");

    private static final Set<String> PARTS = Set.of("skip", "limit", "subList");

    /** What the result of a call holds. */
    public interface Holding {
        Set<Leaf> of(Site.Call call, Visit visit, List<FieldKey> path, Origins origins);
    }

    private final Effects effects;
    private final Uses uses;
    private final Additions additions;
    private final Pairs pairs;
    private final Holding holding;

    public Extent(Effects effects, Uses uses, Additions additions, Pairs pairs, Holding holding) {
        this.pairs = pairs;
        this.effects = effects;
        this.uses = uses;
        this.additions = additions;
        this.holding = holding;
    }

    /** Whether there is an object, of which class, or how many there are in an array, does not depend on what is in it. */
    static boolean isAskedBy(Value.Derived value) {
        return value.operator().equals("length")
                || value.testedType().isPresent()
                || value.operands().size() == 2
                        && Value.settled(value.operands()).contains(Value.Null.NULL);
    }

    /** Where the class is asked of an element that is taken from a collection, the collection: it has elements of that class or not. */
    static Optional<List<Value>> tested(Value.Derived value) {
        return value.testedType().isPresent()
                        && value.operands().get(0).settled() instanceof Value.Result taken
                        && Picks.isElement(taken.call())
                        && taken.call().arguments().isEmpty()
                ? taken.call().receiver().map(List::of)
                : Optional.empty();
    }

    /** Whether values of the type have elements. */
    public static boolean has(Effects effects, String type) {
        return CONTAINERS.stream().anyMatch(c -> effects.isSubtype(type, c));
    }

    public static boolean isList(Effects effects, String type) {
        return LISTS.stream().anyMatch(l -> effects.isSubtype(type, l));
    }

    /** Whether there is a result, and one alone, whatever it is: a time, a random number. */
    public boolean isAlways(Site.Call call, Visit visit) {
        return !has(effects, call.target().resultClass())
                && effects.effect(call, visit.body())
                        .filter(e -> e.fact() == Effect.CLOCK || e.fact() == Effect.RANDOM)
                        .isPresent();
    }

    /** Whether a call gives what functions make of elements. */
    public static boolean maps(Site.Call call) {
        return MAPPED.contains(call.target().name());
    }

    /** Whether what the call gives is made by functions whose code is known, so that of the elements only what these take counts. */
    public boolean isMapped(Site.Call call, Visit visit) {
        return (maps(call) || MATCHES.contains(call.target().name()))
                && call.receiver().isPresent()
                && has(effects, call.target().owner())
                && hasCode(call, visit);
    }

    /** Leaves of what decides which of several methods a call runs: that of the class that its receiver has. */
    public static Set<Leaf> ofTarget(Site.Call call, Visit visit, Origins origins) {
        long targets = visit.calls(call).stream()
                .map(e -> e.callee().body())
                .distinct()
                .count();
        return targets > 1
                ? call.receiver().map(r -> origins.leaves(r, visit, OF)).orElse(Set.of())
                : Set.of();
    }

    /** Leaves of what decides which elements the result of a call has. */
    public Set<Leaf> of(Site.Call call, Visit visit, Origins origins) {
        if (pairs.makesMap(call)) {
            return holding.of(call, visit, Pairs.KEYS_ONLY, origins);
        }
        if (call.isAllocation()) {
            return isList(effects, call.target().owner())
                    ? made(call, visit, origins)
                    : holding.of(call, visit, WHOLE, origins);
        }
        Optional<CatalogEntry<Sizing>> same = effects.sizing(call.target()).filter(s -> s.fact() == Sizing.AS_MANY);
        if (same.isPresent()) {
            return sized(same.get().from(), call, visit, origins);
        }
        if (call.receiver().isEmpty() && isListed(call)) {
            return listed(call, visit, origins);
        }
        if (isJoined(call)) {
            return sized(List.of(Operand.ARGUMENTS), call, visit, origins);
        }
        boolean ofElements =
                call.receiver().isPresent() && has(effects, call.target().owner());
        return ofElements ? some(call, visit, origins) : holding.of(call, visit, WHOLE, origins);
    }

    /** Some of the elements of the receiver. */
    private Set<Leaf> some(Site.Call call, Visit visit, Origins origins) {
        if (isOne(call)) {
            return ofReceiver(call, visit, origins);
        }
        if (pairs.isRead(call)) {
            return read(call, visit, origins);
        }
        if (isGathered(call)) {
            return ofReceiver(call, visit, origins);
        }
        if ((maps(call) || call.target().name().equals("or")) && hasCode(call, visit)) {
            Set<Leaf> found = ofReceiver(call, visit, origins);
            found.addAll(origins.returnedByFunctions(call, visit, OF));
            return found;
        }
        if (call.target().owner().equals(OPTIONAL)
                && CONTENTS.contains(call.target().name())) {
            Set<Leaf> found = ofReceiver(call, visit, origins);
            call.arguments().forEach(a -> found.addAll(origins.leaves(a, visit, OF)));
            found.addAll(origins.returnedByFunctions(call, visit, OF));
            return found;
        }
        if (FunctionalTypes.selects(call.target().descriptor()) && hasCode(call, visit)) {
            Set<Leaf> found = ofReceiver(call, visit, origins);
            found.addAll(origins.returnedByFunctions(call, visit, WHOLE));
            return found;
        }
        if (selectsByShape(call, visit)) {
            return ofReceiver(call, visit, origins);
        }
        if (PARTS.contains(call.target().name()) || Picks.isElement(call)) {
            Set<Leaf> found = ofReceiver(call, visit, origins);
            call.arguments().forEach(a -> found.addAll(origins.leaves(a, visit)));
            return found;
        }
        return holding.of(call, visit, WHOLE, origins);
    }

    /** Whether a call collects all elements. */
    private boolean isGathered(Site.Call call) {
        return call.arguments().size() == 1
                && call.arguments().get(0).settled() instanceof Value.Result collector
                && Descriptors.result(collector.call().target().descriptor()).equals(Collecting.COLLECTOR)
                && effects.sizing(collector.call().target())
                        .filter(s -> s.fact() == Sizing.AS_MANY)
                        .isPresent();
    }

    /** Whether a call of the platform puts collections or streams together: {@code Stream.concat}. */
    private boolean isJoined(Site.Call call) {
        List<String> types = Descriptors.parameters(call.target().descriptor());
        return call.receiver().isEmpty()
                && call.target().isOfPlatform()
                && !types.isEmpty()
                && types.stream().allMatch(t -> has(effects, Descriptors.className(t)));
    }

    /** Whether a call gives what it is given one by one: as many as there are arguments, or one that may be there. */
    private boolean isListed(Site.Call call) {
        return call.target().resultClass().startsWith(OPTIONAL)
                || effects.sizing(call.target())
                        .filter(s -> s.fact() == Sizing.LISTED)
                        .isPresent();
    }

    /** Of an array, its length; of the one element of an optional, whether it is there. */
    private static Set<Leaf> listed(Site.Call call, Visit visit, Origins origins) {
        List<String> types = Descriptors.parameters(call.target().descriptor());
        boolean optional = call.target().resultClass().startsWith(OPTIONAL);
        Set<Leaf> found = new LinkedHashSet<>();
        for (int i = 0; i < types.size(); i++) {
            Value argument = call.arguments().get(i).settled();
            boolean made = argument instanceof Value.NewArray
                    || argument instanceof Value.Result result && result.call().isAllocation();
            if (!made && (optional || types.get(i).startsWith("[")) || Additions.isOneOfClasses(argument)) {
                found.addAll(origins.leaves(argument, visit, OF));
            }
        }
        return found;
    }

    /** What stands under a key, or nothing. */
    private Set<Leaf> read(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        call.receiver().ifPresent(r -> {
            found.addAll(origins.leaves(r, visit, Pairs.KEYS_ONLY));
            found.addAll(origins.leaves(r, visit, pairs.ofReceiver(call, OF)));
        });
        call.arguments().forEach(a -> found.addAll(origins.leaves(a, visit)));
        return found;
    }

    /** A call that gives one element if there is any: which one it is does not count. */
    public static boolean isOne(Site.Call call) {
        return ONE.contains(call.target().name()) && call.target().resultClass().startsWith(OPTIONAL);
    }

    private boolean hasCode(Site.Call call, Visit visit) {
        return !visit.outgoing(call).isEmpty() && uses.references(call, visit).isEmpty();
    }

    /** Whether it is but the class of elements that decides: {@code filter(Parcel.class::isInstance)}. */
    private boolean selectsByShape(Site.Call call, Visit visit) {
        List<ApiUse> references = uses.references(call, visit);
        return FunctionalTypes.selects(call.target().descriptor())
                && visit.outgoing(call).isEmpty()
                && !references.isEmpty()
                && references.stream()
                        .allMatch(r -> r.receiver().isPresent()
                                && effects.flow(r.api())
                                        .filter(f -> f.fact() == Flow.SHAPE)
                                        .isPresent());
    }

    private static Set<Leaf> ofReceiver(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        call.receiver().ifPresent(r -> found.addAll(origins.leaves(r, visit, OF)));
        return found;
    }

    private static Set<Leaf> sized(List<Operand> from, Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Operand operand : from) {
            Operands.of(operand, call.receiver(), call.arguments())
                    .forEach(v -> found.addAll(origins.leaves(v, visit, OF)));
        }
        return found;
    }

    /** A list that code makes and fills. */
    private Set<Leaf> made(Site.Call call, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>(additions.to(new Value.Result(call), visit, OF, origins));
        call.arguments().forEach(a -> found.addAll(origins.leaves(a, visit, OF)));
        return found;
    }
}
