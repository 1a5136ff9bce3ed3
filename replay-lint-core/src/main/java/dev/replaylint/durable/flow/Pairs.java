package dev.replaylint.durable.flow;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Pairing;
import dev.replaylint.catalog.Passing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys and values of maps and their entries, told apart as if they were two fields. */
public record Pairs(Effects effects) {

    private static final FieldKey KEYS = new FieldKey("", "keys");
    private static final FieldKey VALUES = new FieldKey("", "values");

    /** Operators of values that stand for what an API passes to a function. */
    private static final String GIVEN_KEYS = "given keys";

    private static final String GIVEN_VALUES = "given values";

    private static final String GIVEN_PARTS = "given parts";

    private static final String MAP = "java.util.Map";

    private static final String OBJECT = "Ljava/lang/Object;";

    /** Asks for the keys of a map, in place of the fields that are read from it. */
    public static final List<FieldKey> KEYS_ONLY = List.of(KEYS);

    /** Whether it is asked for keys or values. */
    public static boolean isAsked(List<FieldKey> path) {
        return !path.isEmpty() && isPart(path.get(0));
    }

    static boolean asksKeys(List<FieldKey> path) {
        return !path.isEmpty() && path.get(0).equals(KEYS);
    }

    private static boolean isPart(FieldKey first) {
        return first.equals(KEYS) || isValues(first);
    }

    private static boolean isValues(FieldKey part) {
        return part.owner().isEmpty() && part.name().startsWith(VALUES.name());
    }

    /** Values of a map; only what stands under a key, if that is a constant. */
    private FieldKey values(Value key) {
        return effects.known(key)
                .map(k -> new FieldKey("", VALUES.name() + " under " + k))
                .orElse(VALUES);
    }

    /** Whether values that were put under one key, or under any, may be those that are taken from under another. */
    private static boolean mayBe(FieldKey one, FieldKey other) {
        return one.equals(other) || isValues(one) && isValues(other) && (one.equals(VALUES) || other.equals(VALUES));
    }

    /** What is asked of a map, if this is asked of its keys or values; maps in maps end somewhere. */
    private static List<FieldKey> within(FieldKey part, List<FieldKey> path) {
        if (path.size() >= Leaf.LONGEST_PATH) {
            return List.of(part);
        }
        List<FieldKey> longer = new ArrayList<>(List.of(part));
        longer.addAll(path);
        return List.copyOf(longer);
    }

    /** What is asked of the operands of a computed value. */
    static List<FieldKey> asked(Value.Derived value, List<FieldKey> path) {
        return switch (value.operator()) {
            case GIVEN_KEYS -> within(KEYS, path);
            case GIVEN_VALUES -> within(VALUES, path);
            default -> path;
        };
    }

    static boolean isGiven(Value.Derived value) {
        return value.operator().equals(GIVEN_KEYS) || isGivenParts(value);
    }

    /** Whether a value stands for parts of an object that an API passes to a function: of a map, for its values. */
    public static boolean isGivenParts(Value.Derived value) {
        return value.operator().equals(GIVEN_PARTS) || value.operator().equals(GIVEN_VALUES);
    }

    /** What an API passes to a function: parts, or a key and a value, in this order; empty if it passes something else. */
    List<Value> passed(Site.Call call) {
        Optional<CatalogEntry<Passing>> entry = effects.passing(call.target());
        Optional<Operand> key = entry.stream().flatMap(e -> e.from().stream()).findFirst();
        if (key.isEmpty() || call.receiver().isEmpty()) {
            return List.of();
        }
        List<Value> map = call.receiver().stream().toList();
        if (entry.get().fact() == Passing.PARTS) {
            return List.of(new Value.Derived(GIVEN_PARTS, map));
        }
        Value value = new Value.Derived(GIVEN_VALUES, map);
        return key.get().equals(Operand.RECEIVER)
                ? List.of(new Value.Derived(GIVEN_KEYS, map), value)
                : List.of(
                        Operands.of(key.get(), call.receiver(), call.arguments())
                                .get(0),
                        value);
    }

    /** The part of a map or an entry that a method gives; who puts a pair into a map gets a value back. */
    private Optional<FieldKey> part(MethodKey api) {
        Optional<Pairing> pairing = effects.pairing(api).map(CatalogEntry::fact);
        if (pairing.filter(p -> p == Pairing.PAIRS).isPresent()) {
            return Descriptors.result(api.descriptor()).equals(OBJECT) ? Optional.of(VALUES) : Optional.empty();
        }
        return pairing.map(p -> p == Pairing.KEYS ? KEYS : VALUES);
    }

    /** The same of a call, which may say under which key. */
    private Optional<FieldKey> part(Site.Call call) {
        boolean keyed =
                !call.arguments().isEmpty() && effects.isSubtype(call.target().owner(), MAP);
        return part(call.target())
                .map(p -> keyed && isValues(p) ? values(call.arguments().get(0)) : p);
    }

    private List<FieldKey> before(MethodKey api, List<FieldKey> path) {
        return part(api).map(p -> within(p, path)).orElse(path);
    }

    /** What is asked of the receiver of a call, if this is asked of its result. */
    public List<FieldKey> ofReceiver(Site.Call call, List<FieldKey> path) {
        return part(call).map(p -> within(p, path)).orElse(path);
    }

    /** What is asked of an element that is handed to an API by reference, if this is asked of what that gives. */
    public List<FieldKey> ofElement(ApiUse reference, List<FieldKey> path) {
        return before(reference.api(), path);
    }

    /** What decides the order where a comparator of the platform does: {@code Map.Entry.comparingByValue()}. */
    public List<FieldKey> ofComparator(Value comparator) {
        return comparator.settled() instanceof Value.Result made
                ? before(made.call().target(), List.of())
                : List.of();
    }

    /** What is asked of a name of an object in a body, if this is asked of the object; empty if nothing is. */
    Optional<List<FieldKey>> ofName(Value name, Set<Value> names, List<FieldKey> path) {
        Optional<Value> of = name instanceof Value.Result result
                ? result.call().receiver().filter(r -> !result.call().isAllocation() && names.contains(r))
                : Optional.empty();
        if (of.isEmpty() || !isAsked(path)) {
            return Optional.of(path);
        }
        Optional<List<FieldKey>> asked = ofName(of.get(), names, path);
        Optional<FieldKey> part = part(((Value.Result) name).call());
        return part.isEmpty() ? asked : asked.flatMap(a -> rest(a, part.get()));
    }

    private static Optional<List<FieldKey>> rest(List<FieldKey> path, FieldKey part) {
        if (!isAsked(path)) {
            return Optional.of(path);
        }
        return mayBe(path.get(0), part) ? Optional.of(Assignments.rest(path)) : Optional.empty();
    }

    /** Whether the part that is asked for of what a call gives is made of some of the arguments. */
    public boolean gives(Site.Call call, List<FieldKey> path) {
        return stores(call, path) && (call.isAllocation() || part(call.target()).isEmpty());
    }

    /** The same, of what the call changes. */
    boolean stores(Site.Call call, List<FieldKey> path) {
        return isAsked(path) && effects.pairing(call.target()).isPresent();
    }

    /** The arguments that become the part that is asked for, of a call that puts pairs together, or changes values alone. */
    public List<Value> arguments(Site.Call call, List<FieldKey> path) {
        CatalogEntry<Pairing> pairing = effects.pairing(call.target()).orElseThrow();
        if (pairing.fact() != Pairing.PAIRS) {
            return asksKeys(path) == (pairing.fact() == Pairing.KEYS) ? call.arguments() : List.of();
        }
        List<Value> found = new ArrayList<>();
        FieldKey part = VALUES;
        for (int i = 0; i < call.arguments().size(); i++) {
            Value argument = call.arguments().get(i);
            boolean key = pairing.from().isEmpty()
                    ? i % 2 == 0
                    : pairing.from().get(0).equals(Operand.argument(i));
            part = key ? values(argument) : part;
            if (mayBe(path.get(0), key ? KEYS : part)) {
                found.add(argument);
            }
        }
        return found;
    }

    /** Whether the call gives keys or values of its receiver, and does nothing else. */
    public boolean isRead(Site.Call call) {
        return call.receiver().isPresent()
                && part(call.target()).isPresent()
                && effects.flow(call.target()).isEmpty();
    }

    /** Whether the call makes a map of pairs. */
    boolean makesMap(Site.Call call) {
        String type =
                call.isAllocation() ? call.target().owner() : call.target().resultClass();
        boolean pairs = call.receiver().isEmpty()
                && effects.pairing(call.target())
                        .filter(e -> e.fact() == Pairing.PAIRS)
                        .isPresent();
        return (pairs || call.isAllocation()) && effects.isSubtype(type, MAP);
    }
}
