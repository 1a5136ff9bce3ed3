package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Pairing;
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
record Pairs(Effects effects) {

    private static final FieldKey KEYS = new FieldKey("", "keys");
    private static final FieldKey VALUES = new FieldKey("", "values");

    /** Operators of values that stand for what an API passes to a function. */
    private static final String GIVEN_KEYS = "given keys";

    private static final String GIVEN_VALUES = "given values";

    private static final String MAP = "java.util.Map";

    private static final String OBJECT = "Ljava/lang/Object;";

    /** Asks for the keys of a map, in place of the fields that are read from it. */
    static final List<FieldKey> KEYS_ONLY = List.of(KEYS);

    /** Whether it is asked for keys or values. */
    static boolean isAsked(List<FieldKey> path) {
        return !path.isEmpty() && isPart(path.get(0));
    }

    static boolean asksKeys(List<FieldKey> path) {
        return !path.isEmpty() && path.get(0).equals(KEYS);
    }

    private static boolean isPart(FieldKey first) {
        return first.equals(KEYS) || first.equals(VALUES);
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
        return value.operator().equals(GIVEN_KEYS) || value.operator().equals(GIVEN_VALUES);
    }

    /** What an API passes to a function: a key and a value, in this order; empty if it passes something else. */
    List<Value> passed(Site.Call call) {
        Optional<Operand> key = effects.passing(call.target()).stream()
                .flatMap(e -> e.from().stream())
                .findFirst();
        if (key.isEmpty() || call.receiver().isEmpty()) {
            return List.of();
        }
        List<Value> map = call.receiver().stream().toList();
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

    private List<FieldKey> before(MethodKey api, List<FieldKey> path) {
        return part(api).map(p -> within(p, path)).orElse(path);
    }

    /** What is asked of the receiver of a call, if this is asked of its result. */
    List<FieldKey> ofReceiver(Site.Call call, List<FieldKey> path) {
        return before(call.target(), path);
    }

    /** What is asked of an element that is handed to an API by reference, if this is asked of what that gives. */
    List<FieldKey> ofElement(ApiUse reference, List<FieldKey> path) {
        return before(reference.api(), path);
    }

    /** What decides the order where a comparator of the platform does: {@code Map.Entry.comparingByValue()}. */
    List<FieldKey> ofComparator(Value comparator) {
        return comparator.settled() instanceof Value.Result made
                ? before(made.call().target(), List.of())
                : List.of();
    }

    /** What is asked of a name of an object in a body, if this is asked of the object; empty if nothing is. */
    Optional<List<FieldKey>> ofName(Value name, Set<Value> names, List<FieldKey> path) {
        Optional<Value> of = name instanceof Value.Result result
                ? result.call().receiver().filter(r -> !result.call().isAllocation() && names.contains(r))
                : Optional.empty();
        if (of.isEmpty() || path.isEmpty()) {
            return Optional.of(path);
        }
        Optional<List<FieldKey>> asked = ofName(of.get(), names, path);
        Optional<FieldKey> part = part(((Value.Result) name).call().target());
        return part.isEmpty() ? asked : asked.flatMap(a -> rest(a, part.get()));
    }

    private static Optional<List<FieldKey>> rest(List<FieldKey> path, FieldKey part) {
        if (!isAsked(path)) {
            return Optional.of(path);
        }
        return path.get(0).equals(part) ? Optional.of(Assignments.rest(path)) : Optional.empty();
    }

    /** Whether the part that is asked for of what a call gives is made of some of the arguments. */
    boolean gives(Site.Call call, List<FieldKey> path) {
        return stores(call, path) && (call.isAllocation() || part(call.target()).isEmpty());
    }

    /** The same, of what the call changes. */
    boolean stores(Site.Call call, List<FieldKey> path) {
        return isAsked(path) && effects.pairing(call.target()).isPresent();
    }

    /** The arguments that become the part that is asked for, of a call that puts pairs together, or changes values alone. */
    List<Value> arguments(Site.Call call, List<FieldKey> path) {
        CatalogEntry<Pairing> pairing = effects.pairing(call.target()).orElseThrow();
        boolean keys = asksKeys(path);
        if (pairing.fact() != Pairing.PAIRS) {
            return keys == (pairing.fact() == Pairing.KEYS) ? call.arguments() : List.of();
        }
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            boolean key = pairing.from().isEmpty()
                    ? i % 2 == 0
                    : pairing.from().get(0).equals(Operand.argument(i));
            if (key == keys) {
                found.add(call.arguments().get(i));
            }
        }
        return found;
    }

    /** Whether the call gives keys or values of its receiver, and does nothing else. */
    boolean isRead(Site.Call call) {
        return call.receiver().isPresent()
                && part(call.target()).isPresent()
                && effects.flow(call.target()).isEmpty();
    }

    /** Whether the call makes a map of pairs. */
    boolean makesMap(Site.Call call) {
        String type = call.isAllocation()
                ? call.target().owner()
                : Descriptors.className(Descriptors.result(call.target().descriptor()));
        boolean pairs = call.receiver().isEmpty()
                && effects.pairing(call.target())
                        .filter(e -> e.fact() == Pairing.PAIRS)
                        .isPresent();
        return (pairs || call.isAllocation()) && effects.isSubtype(type, MAP);
    }
}
