package dev.replaylint.durable.value;

import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Maps that keep what was computed of a key: {@code FORMATS.computeIfAbsent(pattern, DateTimeFormatter::ofPattern)}, or the same with
 * {@code get}, a test and {@code put}. Whoever asks for a key gets the same, be it there already or not.
 */
public final class KeyedCaches {

    private static final Set<String> LOOKUPS = Set.of("get", "containsKey", "put", StateChanges.ON_DEMAND);

    private final Origins values;
    private final Effects effects;
    private final BiPredicate<Site, Visit> operations;

    /** {@code operations} tells whether a site of a visit starts an operation, itself or in what it calls. */
    public KeyedCaches(Origins values, Effects effects, BiPredicate<Site, Visit> operations) {
        this.values = values;
        this.effects = effects;
        this.operations = operations;
    }

    /** Whether a change of what a field holds only keeps something that depends on the key alone. */
    public boolean isFilledBy(Site.Call change, Visit visit) {
        if (change.arguments().size() != 2 || operations.test(change, visit)) {
            return false;
        }
        return change.target().name().equals(StateChanges.ON_DEMAND)
                ? isMadeOfKey(change, visit)
                : change.target().name().equals("put") && isPutIfAbsent(change, visit);
    }

    private boolean isMadeOfKey(Site.Call change, Visit visit) {
        Value key = change.arguments().get(0);
        List<Edge> functions = visit.outgoing(change);
        if (functions.isEmpty()) {
            return change.arguments().get(1).settled() instanceof Value.Function reference
                    && effects.effect(reference.creation().implementation())
                            .filter(e -> e.fact().isVaryingValue())
                            .isEmpty();
        }
        return functions.stream().allMatch(f -> {
            Set<Leaf> made = new HashSet<>();
            f.callee().returned().forEach(v -> made.addAll(values.leaves(v, f.callee())));
            made.removeIf(l -> l instanceof Leaf.Hole h && h.parameter() >= Captures.firstOwn(f.callee()));
            return isKnownFrom(key, values.close(made, f), visit);
        });
    }

    private boolean isKnownFrom(Value key, Set<Leaf> leaves, Visit visit) {
        Set<Leaf> known = values.leaves(key, visit);
        return leaves.stream()
                .allMatch(l -> known.contains(l)
                        || l instanceof Leaf.Field
                        || isOwnObject(l)
                        || LazyFields.isFixed(l, effects));
    }

    private static boolean isOwnObject(Leaf leaf) {
        return leaf instanceof Leaf.Hole hole && hole.parameter() < 0
                || leaf instanceof Leaf.Given given && given.parameter() < 0;
    }

    /** A {@code put} of what was looked for in vain just before. */
    private boolean isPutIfAbsent(Site.Call put, Visit visit) {
        Value key = put.arguments().get(0).settled();
        return isKnownFrom(key, values.leaves(put.arguments().get(1), visit), visit)
                && put.context().conditions().stream()
                        .map(c -> lookup(c.value()))
                        .flatMap(Optional::stream)
                        .anyMatch(l -> isOfSame(l, put) && !decidesOperations(l, visit) && isReplaced(l, put, visit));
    }

    private static boolean isOfSame(Site.Call lookup, Site.Call put) {
        return fieldOf(lookup).isPresent()
                && fieldOf(lookup).equals(fieldOf(put))
                && SameValue.test(lookup.arguments().get(0), put.arguments().get(0));
    }

    private static Optional<FieldKey> fieldOf(Site.Call call) {
        return call.receiver()
                .map(Value::settled)
                .filter(Value.FieldValue.class::isInstance)
                .map(v -> ((Value.FieldValue) v).read().field());
    }

    /** The lookup that a condition tests for its success. */
    private static Optional<Site.Call> lookup(Value condition) {
        Value settled = condition.settled();
        Stream<Value> tested = settled instanceof Value.Derived test ? test.operands().stream() : Stream.of(settled);
        return tested.map(Value::settled)
                .filter(Value.Result.class::isInstance)
                .map(v -> ((Value.Result) v).call())
                .filter(c ->
                        LOOKUPS.contains(c.target().name()) && !c.arguments().isEmpty())
                .findFirst();
    }

    private boolean decidesOperations(Site.Call lookup, Visit visit) {
        return visit.body().sites().stream()
                .filter(s -> s.context().conditions().stream().anyMatch(c -> isOn(c, lookup)))
                .anyMatch(s -> operations.test(s, visit));
    }

    private static boolean isOn(Condition condition, Site.Call lookup) {
        return lookup(condition.value()).filter(lookup::equals).isPresent();
    }

    /** Whether nobody uses that there was nothing. */
    private static boolean isReplaced(Site.Call lookup, Site.Call put, Visit visit) {
        Value found = new Value.Result(lookup);
        return visit.body().sites().stream()
                .filter(s ->
                        s.context().conditions().stream().noneMatch(c -> isOn(c, lookup)) || isReached(put, s, visit))
                .noneMatch(s -> uses(s, found));
    }

    private static boolean isReached(Site.Call put, Site site, Visit visit) {
        return visit.body().flow().after(put, Walk.ANYWHERE).contains(site);
    }

    private static boolean uses(Site site, Value found) {
        return ValueUses.operands(site).stream().anyMatch(v -> ValueUses.mentions(v.settled(), found::equals));
    }

    /** Whether the body does nothing with what a field holds but look for keys and keep what is missing. */
    public boolean onlyLooksUp(Site.FieldRead read, Visit visit) {
        Value held = new Value.FieldValue(read);
        return visit.body().sites().stream().noneMatch(s -> uses(s, held) && !isLookup(s, held));
    }

    private static boolean isLookup(Site site, Value held) {
        return site instanceof Site.Call call
                && call.receiver().map(Value::settled).filter(held::equals).isPresent()
                && call.arguments().stream().noneMatch(a -> a.settled().equals(held))
                && LOOKUPS.contains(call.target().name());
    }
}
