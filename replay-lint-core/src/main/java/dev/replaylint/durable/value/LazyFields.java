package dev.replaylint.durable.value;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Fields.Write;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Fields that code fills when it finds them empty, and always with the same: {@code if (instance == null) instance = new Registry()},
 * {@code if (!made) { registry = new Registry(); made = true; }}. Whichever invocation does so, what is read is no other thing.
 */
public final class LazyFields {

    private static final Set<Object> SET = Set.of(true, 1);

    private final Fields fields;
    private final Origins values;
    private final Effects effects;
    private final BiPredicate<Site, Visit> operations;
    private final Memo<FieldKey, Boolean> known = new Memo<>(this::find);
    private final Memo<FieldKey, Boolean> marks = new Memo<>(this::findMark);
    private final Memo<FieldKey, Boolean> filledByOperations = new Memo<>(this::isFilledByOperations);

    /** {@code operations} tells whether a site of a visit starts an operation, itself or in what it calls. */
    public LazyFields(Fields fields, Origins values, Effects effects, BiPredicate<Site, Visit> operations) {
        this.fields = fields;
        this.values = values;
        this.effects = effects;
        this.operations = operations;
    }

    /** Whether nothing else is assigned to the field. */
    public boolean isLazy(FieldKey field) {
        return known.get(field);
    }

    private boolean find(FieldKey field) {
        List<Write> writes = writes(field);
        return !writes.isEmpty()
                && writes.stream()
                        .allMatch(w -> fills(w.site(), field, w.visit())
                                && isTheSame(w.site().value(), w.visit()));
    }

    /** Whether all ways to a site lead through code that only fills such a field of these, or a map in one. */
    public boolean isForOne(Site site, Visit visit, Predicate<FieldKey> kept) {
        return isForOne(site, visit, kept, new HashSet<>());
    }

    private boolean isForOne(Site site, Visit visit, Predicate<FieldKey> kept, Set<Visit> seen) {
        boolean fills = visit.body()
                        .sites(Site.FieldWrite.class)
                        .map(Site.FieldWrite::field)
                        .anyMatch(f -> kept.test(f) && isLazy(f) && fills(site, f, visit))
                || site instanceof Site.Call call && isAskedFor(call, kept);
        // A visit asked about already is answered there.
        return fills
                || visit.entry().isEmpty()
                        && !visit.incoming().isEmpty()
                        && (!seen.add(visit)
                                || visit.incoming().stream().allMatch(e -> isForOne(e.site(), e.caller(), kept, seen)));
    }

    private static boolean isAskedFor(Site.Call call, Predicate<FieldKey> kept) {
        return call.target().name().equals(StateChanges.ON_DEMAND)
                && call.receiver()
                        .filter(r -> r.settled() instanceof Value.FieldValue f
                                && kept.test(f.read().field()))
                        .isPresent();
    }

    /** Whether a site only runs where a field is empty, or a mark says so, and where nothing else comes of that. */
    private boolean fills(Site site, FieldKey field, Visit visit) {
        return site.context().conditions().stream()
                .anyMatch(c -> asksForNull(c, v -> isOf(v, field))
                        || (asksWhetherEmpty(c, v -> isOf(v, field)) || isUnmarked(c, visit)) && onlyFills(c, visit));
    }

    /** Whether a condition asks for a flag that its body sets then. */
    private boolean isUnmarked(Context.Condition condition, Visit visit) {
        return condition.outcome() == 1
                && condition.value().settled() instanceof Value.FieldValue flag
                && marks.get(flag.read().field())
                && visit.body()
                        .sites(Site.FieldWrite.class)
                        .anyMatch(w -> w.field().equals(flag.read().field())
                                && w.context().conditions().contains(condition));
    }

    /** Whether a field is only ever set to true, where it is not yet. */
    private boolean findMark(FieldKey field) {
        List<Write> writes = writes(field);
        return !writes.isEmpty()
                && writes.stream()
                        .allMatch(w -> w.site().value() instanceof Value.Constant c
                                && SET.contains(c.constant())
                                && w.site().context().conditions().stream()
                                        .anyMatch(o -> o.outcome() == 1
                                                && isOf(o.value().settled(), field)
                                                && onlyFills(o, w.visit())));
    }

    /** Whether a branch decides neither about operations nor about what its body uses or returns, but whether it fills something. */
    private boolean onlyFills(Context.Condition condition, Visit visit) {
        return !visit.body().chooses(condition.value())
                && visit.body().sites().stream()
                        .flatMap(s -> s.context().conditions().stream()
                                .filter(c -> c.branch() == condition.branch())
                                .filter(c -> operations.test(s, visit)
                                        || s instanceof Site.Return r && isChosen(r)
                                        || s instanceof Site.FieldWrite && c.outcome() != condition.outcome()))
                        .findAny()
                        .isEmpty();
    }

    private static boolean isChosen(Site.Return exit) {
        return exit.value()
                .map(Value::settled)
                .filter(v -> !(v instanceof Value.FieldValue))
                .isPresent();
    }

    /** Whether a flag that is read says no more than whether something is to be filled. */
    private boolean isOnlyMark(Site.FieldRead read, Visit visit) {
        return visit.body().sites().stream()
                        .flatMap(s -> ValueUses.operands(s).stream())
                        .noneMatch(v -> ValueUses.mentions(v, read))
                && visit.body().sites().stream()
                        .flatMap(s -> s.context().conditions().stream())
                        .filter(c -> ValueUses.mentions(c.value(), read))
                        .allMatch(c -> c.value().settled() instanceof Value.FieldValue
                                && onlyFills(new Context.Condition(c.branch(), c.value(), 1), visit));
    }

    private List<Write> writes(FieldKey field) {
        return fields.reached(field).stream()
                .filter(w -> w.visit().region() != Region.INITIALIZATION)
                .toList();
    }

    /** Whether the read decides that operations fill the field, which an invocation that finds it filled does not start. */
    public boolean decidesOperations(Site.FieldRead read, Visit visit) {
        if (marks.get(read.field())) {
            return !isOnlyMark(read, visit);
        }
        return filledByOperations.get(read.field())
                && visit.body().sites().stream()
                        .flatMap(s -> s.context().conditions().stream())
                        .anyMatch(c -> ValueUses.mentions(c.value(), read));
    }

    private boolean isFilledByOperations(FieldKey field) {
        return writes(field).stream()
                .anyMatch(w -> w.visit().body().sites().stream()
                        .anyMatch(s -> whenEmpty(s, field) && operations.test(s, w.visit())));
    }

    private static boolean whenEmpty(Site site, FieldKey field) {
        return whenEmpty(site, o -> isOf(o, field));
    }

    private static boolean isOf(Value value, FieldKey field) {
        return value instanceof Value.FieldValue read && read.read().field().equals(field);
    }

    private static boolean whenEmpty(Site site, Predicate<Value> kept) {
        return site.context().conditions().stream().anyMatch(c -> asksForNull(c, kept) || asksWhetherEmpty(c, kept));
    }

    /** The fields that a body fills where a site runs, as it only does where they are empty. */
    public static List<FieldKey> filledWith(Site site, Body body) {
        return body.sites(Site.FieldWrite.class)
                .filter(w -> whenEmpty(w, w.field()) && whenEmpty(site, w.field()))
                .map(Site.FieldWrite::field)
                .toList();
    }

    /** Whether a site only runs where a field, or an array, is empty that its body then fills: for each object once. */
    public static boolean isForEmpty(Site site, Body body) {
        return !filledWith(site, body).isEmpty()
                || site instanceof Site.ArrayWrite write
                        && whenEmpty(
                                site,
                                o -> o instanceof Value.Element element
                                        && element.array()
                                                .settled()
                                                .equals(write.array().settled()));
    }

    /** Whether a condition says that a field holds something, or is true. */
    public static boolean asksWhetherSet(Context.Condition condition, FieldKey field) {
        return condition.outcome() == 0 && isOf(condition.value().settled(), field)
                || asksForNull(
                        new Context.Condition(condition.branch(), condition.value(), 1 - condition.outcome()),
                        v -> isOf(v, field));
    }

    private static boolean asksForNull(Context.Condition condition, Predicate<Value> kept) {
        return condition.value().settled() instanceof Value.Derived test
                && test.operator().equals(condition.outcome() == 0 ? "==" : "!=")
                && test.operands().contains(Value.Null.NULL)
                && test.operands().stream().map(Value::settled).anyMatch(kept);
    }

    /** Whether a condition says that a flag is not set, or that there is nothing in an optional, a collection or a reference. */
    private static boolean asksWhetherEmpty(Context.Condition condition, Predicate<Value> kept) {
        Value value = condition.value().settled();
        boolean empty = condition.outcome() == 0
                ? asks(value, "isEmpty", kept)
                : kept.test(value) || asks(value, "isPresent", kept);
        return empty || asksForNull(condition, o -> asks(o, "get", kept));
    }

    /** A question without arguments to what is kept. */
    private static boolean asks(Value value, String method, Predicate<Value> kept) {
        return value instanceof Value.Result result
                && result.call().target().name().equals(method)
                && result.call().arguments().isEmpty()
                && result.call().receiver().map(Value::settled).filter(kept).isPresent();
    }

    /** Whether a change fills what the field is given in the same place, and always with the same. */
    public boolean isFilledBy(Site.Call change, FieldKey field, Visit visit) {
        boolean ifNull = !change.resultUsed()
                && change.target().name().equals("compareAndSet")
                && change.arguments().get(0) == Value.Null.NULL;
        return (isLazy(field) || writes(field).isEmpty())
                && (ifNull || fills(change, field, visit))
                && change.arguments().stream().allMatch(a -> isTheSame(a, visit));
    }

    /** Whether the value depends on nothing that differs from one invocation to another. */
    private boolean isTheSame(Value value, Visit visit) {
        return new Expansion(values)
                .of(value, visit).stream()
                        .allMatch(l -> l instanceof Leaf.Field
                                || l instanceof Leaf.Given given && given.parameter() < 0
                                || isFixed(l, effects));
    }

    /**
     * Whether it is a setting of the environment, which a published version has for good, or a function that gives the same each time;
     * also what is read from outside, since there is more to say of the reading than of where it is kept.
     */
    static boolean isFixed(Leaf leaf, Effects effects) {
        if (!(leaf instanceof Leaf.Source source)) {
            return false;
        }
        return source.site() instanceof Site.FunctionCreation function
                ? effects.effect(function.implementation())
                        .filter(e -> e.fact().isVaryingValue())
                        .isEmpty()
                : source.site() instanceof Site.Call call
                        && effects.effect(call.target())
                                .filter(e -> e.fact() == Effect.ENVIRONMENT || e.fact() == Effect.IO_READ)
                                .isPresent();
    }
}
