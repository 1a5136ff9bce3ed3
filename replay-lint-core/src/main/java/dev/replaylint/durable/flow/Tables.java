package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps whose keys are constants: what is put under which key, and taken from there. */
public record Tables(Program program) {

    private static final String MAP = "java.util.Map";

    private static final String COLLECTIONS = "java.util.Collections";

    private static final String ENTRY = "java.util.Map$Entry";

    private static final Set<String> PUTTING = Set.of("put", "putIfAbsent", "of", "entry");

    private static final Set<String> TAKING = Set.of("get", "getOrDefault");

    /** Whether a call gets something out of a map. */
    boolean isOfMap(Site.Call call) {
        return call.receiver().isPresent() && program.isSubtype(call.target().owner(), MAP);
    }

    /** Whether a call takes from a map what stands under its first argument. */
    public boolean takes(Site.Call call) {
        return TAKING.contains(call.target().name()) && isOfMap(call);
    }

    /** The key under which a call looks, where the visit knows it. */
    Optional<Known> key(Site.Call call, Visit visit) {
        return takes(call) ? constant(call.arguments().get(0), visit) : Optional.empty();
    }

    /** The constant that a value is, where the visit knows it. */
    public Optional<Known> constant(Value value, Visit visit) {
        Value key = value.settled();
        Optional<Known> known = classAsked(key)
                .flatMap(o -> known(o, visit))
                .flatMap(Known::ofClass)
                .or(() -> known(key, visit));
        return known.filter(k -> k instanceof Known.Literal || k instanceof Known.Named);
    }

    private Optional<Known> known(Value value, Visit visit) {
        return value instanceof Value.Parameter p ? visit.selector(p.index()) : Known.of(value, program);
    }

    /** The object whose class a value is. */
    public static Optional<Value> classAsked(Value value) {
        return value instanceof Value.Result asked
                        && asked.call().target().name().equals("getClass")
                        && asked.call().arguments().isEmpty()
                ? asked.call().receiver().map(Value::settled)
                : Optional.empty();
    }

    /** Whether a call's arguments are keys and values by turns. */
    boolean putsPairs(Site.Call call) {
        String owner = call.target().owner();
        int arguments = call.arguments().size();
        boolean pairs = arguments > 0 && arguments % 2 == 0;
        return pairs
                && (call.isAllocation()
                        ? program.isSubtype(owner, ENTRY)
                        : PUTTING.contains(call.target().name()) && program.isSubtype(owner, MAP));
    }

    /** Whether a call makes a map of other maps or of entries. */
    boolean copies(Site.Call call) {
        boolean ofMaps = program.isSubtype(call.target().owner(), MAP)
                || call.target().owner().equals(COLLECTIONS);
        return ofMaps && call.receiver().isEmpty();
    }

    /** The arguments of a call; of one that puts pairs, the values, but for those that it puts under another key than this one. */
    List<Value> stored(Site.Call call, Visit visit, Optional<Known> key) {
        return key.isPresent() && putsPairs(call) ? values(call, visit, key) : call.arguments();
    }

    /** The values of a call that puts pairs, but for those that it puts under another key than this one. */
    List<Value> values(Site.Call pairs, Visit visit, Optional<Known> key) {
        List<Value> found = new ArrayList<>();
        for (int i = 0; i < pairs.arguments().size(); i += 2) {
            Optional<Known> other =
                    constant(pairs.arguments().get(i), visit).filter(k -> key.isPresent() && !k.equals(key.get()));
            if (other.isEmpty()) {
                found.add(pairs.arguments().get(i + 1));
            }
        }
        return found;
    }

    /** Whether nobody takes what a call is given to put: the map stays in the body, which takes only what stands under other keys. */
    boolean isNeverTaken(Site.Call call, int argument, Visit visit) {
        if (argument % 2 == 0 || !putsPairs(call)) {
            return false;
        }
        Optional<Known> key = constant(call.arguments().get(argument - 1), visit);
        Value map = call.receiver().map(Value::settled).orElse(new Value.Result(call));
        return key.isPresent()
                && isMadeHere(map, call)
                && visit.body().sites().stream()
                        .filter(s -> uses(s, map))
                        .allMatch(s -> s instanceof Site.Call c && (puts(c, map) || takesOther(c, key.get(), visit)));
    }

    private boolean isMadeHere(Value map, Site.Call call) {
        return map instanceof Value.Result made
                && (made.call() == call || made.call().isAllocation());
    }

    private static boolean uses(Site site, Value map) {
        List<Value> used = site instanceof Site.UnresolvedCall call ? call.operands() : ValueUses.of(site);
        return used.stream()
                .anyMatch(u -> ValueUses.mentions(u, v -> v.alternatives().contains(map)));
    }

    /** Whether a call fills the map, and does nothing else with it. */
    private boolean puts(Site.Call call, Value map) {
        return putsPairs(call) && !call.resultUsed() && !call.arguments().contains(map);
    }

    private boolean takesOther(Site.Call call, Known key, Visit visit) {
        return key(call, visit).filter(k -> !k.equals(key)).isPresent();
    }
}
