package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Accessors;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Picks;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Location;
import dev.replaylint.program.Names;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers that only an execution knows, of one entry point: what is bound to be the same number is one quantity. */
public final class Quantities {

    private static final int DEEPEST = 12;

    /** What has no name of its own. */
    private static final String SOME = "a collection";

    private static final String PART = "what is in ";
    private static final Set<String> PARTS =
            Set.of("iterator", "entrySet", "keySet", "values", "stream", "getKey", "getValue", "get", "getOrDefault");

    private final Program program;
    private final ValueTrail trail;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<Object, Integer> identities = new IdentityHashMap<>();
    private final List<Quantity> found = new ArrayList<>();

    public Quantities(Program program, ValueTrail trail) {
        this.program = program;
        this.trail = trail;
    }

    /** All, in the order in which they were met; an {@link Amount} knows them by their index here. */
    public List<Quantity> all() {
        return List.copyOf(found);
    }

    /** How many elements a collection has that is made elsewhere. */
    Amount size(Located collection, Location where) {
        Located made = trail.follow(collection.value(), collection.frame());
        boolean filled =
                made.value() instanceof Value.Result result && result.call().isAllocation();
        return amount("size of " + key(collection), !filled, "elements of " + label(collection), where);
    }

    /** A number that is made elsewhere. */
    Amount number(Located value, Location where) {
        String label = label(value);
        return amount("number " + key(value), true, label.equals(SOME) ? "rounds" : "value of " + label, where);
    }

    /** Rounds of a loop of which nothing better is known. */
    public Amount rounds(Object loop, CallFrame frame, Location where) {
        return amount("rounds " + id(loop) + "@" + id(frame), false, "rounds of the loop", where);
    }

    private Amount amount(String key, boolean given, String what, Location where) {
        Integer index = indices.get(key);
        if (index == null) {
            index = found.size();
            indices.put(key, index);
            found.add(new Quantity(Amount.letter(index), given, what, where));
        }
        return Amount.ofQuantity(index);
    }

    /** Whether two values are bound to be the same object. */
    boolean same(Located a, Located b) {
        return key(a).equals(key(b));
    }

    private String key(Located at) {
        return key(trail.follow(at.value(), at.frame()), DEEPEST);
    }

    private String key(Located at, int depth) {
        Value value = at.value();
        if (depth > 0 && value instanceof Value.Result result && asks(result.call())) {
            Located owner = trail.follow(result.call().receiver().orElseThrow(), at.frame());
            return key(owner, depth - 1) + "." + result.call().target().name();
        }
        if (value instanceof Value.FieldValue field) {
            String owner = field.read()
                    .receiver()
                    .map(r -> key(trail.follow(r, at.frame()), depth - 1))
                    .orElse("");
            return owner + "." + field.read().field().owner() + "."
                    + field.read().field().name();
        }
        if (value instanceof Value.Result result) {
            return "result " + id(result.call()) + "@" + id(at.frame());
        }
        boolean inner = value instanceof Value.Join || value instanceof Value.NewArray;
        return (inner ? "value " + id(value) : value.toString()) + "@" + id(at.frame());
    }

    private boolean asks(Site.Call call) {
        return !Accessors.property(call).isEmpty()
                && DurableSdk.operation(call.target(), program).isEmpty();
    }

    private int id(Object thing) {
        return identities.computeIfAbsent(thing, t -> identities.size());
    }

    private String label(Located at) {
        Located made = trail.follow(at.value(), at.frame());
        if (made.value() instanceof Value.Result result) {
            return isPart(result.call())
                    ? part(label(new Located(result.call().receiver().orElseThrow(), made.frame())))
                    : ofCall(result.call());
        }
        if (made.value() instanceof Value.FieldValue field) {
            return "`" + Names.simple(field.read().field().owner()) + "."
                    + field.read().field().name() + "`";
        }
        boolean input =
                made.value() instanceof Value.Parameter && made.frame().edge().isEmpty();
        return input ? "the input" : SOME;
    }

    /** Whether a call leads to what is in a collection or map: its iterator, an entry, a value. */
    private static boolean isPart(Site.Call call) {
        return call.receiver().isPresent()
                && call.target().isOfPlatform()
                && (Picks.isElement(call) || PARTS.contains(call.target().name()));
    }

    private static String part(String whole) {
        return whole.equals(SOME) || whole.startsWith(PART) ? whole : PART + whole;
    }

    private String ofCall(Site.Call call) {
        return DurableSdk.operation(call.target(), program)
                .map(k -> "the result of a `" + k.method() + "`")
                .orElseGet(() -> call.isAllocation()
                        ? "a collection that the code fills"
                        : "`" + call.target().simpleOwner() + "."
                                + call.target().name() + "()`");
    }
}
