package dev.replaylint.durable;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.Fields.Write;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Fields that code fills when it finds them empty, and always with the same: {@code if (instance == null) instance = new Registry()}.
 * Whichever invocation does so, what is read is no other thing.
 */
final class LazyFields {

    private final Fields fields;
    private final Origins values;
    private final Effects effects;
    private final BiPredicate<Site, Visit> operations;
    private final Memo<FieldKey, Boolean> known = new Memo<>(this::find);
    private final Memo<FieldKey, Boolean> filledByOperations = new Memo<>(this::isFilledByOperations);

    /** {@code operations} tells whether a site of a visit starts an operation, itself or in what it calls. */
    LazyFields(Fields fields, Origins values, Effects effects, BiPredicate<Site, Visit> operations) {
        this.fields = fields;
        this.values = values;
        this.effects = effects;
        this.operations = operations;
    }

    /** Whether nothing else is assigned to the field. */
    boolean isLazy(FieldKey field) {
        return known.get(field);
    }

    private boolean find(FieldKey field) {
        List<Write> writes = writes(field);
        return !writes.isEmpty()
                && writes.stream()
                        .allMatch(w ->
                                whenEmpty(w.site(), field) && isTheSame(w.site().value(), w.visit()));
    }

    private List<Write> writes(FieldKey field) {
        return fields.reached(field).stream()
                .filter(w -> w.visit().region() != Region.INITIALIZATION)
                .toList();
    }

    /** Whether the read decides that operations fill the field, which an invocation that finds it filled does not start. */
    boolean decidesOperations(Site.FieldRead read, Body body) {
        return filledByOperations.get(read.field())
                && body.sites().stream()
                        .flatMap(s -> s.context().conditions().stream())
                        .anyMatch(c -> ValueUses.mentions(c.value(), read));
    }

    private boolean isFilledByOperations(FieldKey field) {
        return writes(field).stream()
                .anyMatch(w -> w.visit().body().sites().stream()
                        .anyMatch(s -> whenEmpty(s, field) && operations.test(s, w.visit())));
    }

    private static boolean whenEmpty(Site site, FieldKey field) {
        return whenEmpty(
                site,
                o -> o instanceof Value.FieldValue read && read.read().field().equals(field));
    }

    private static boolean whenEmpty(Site site, Predicate<Value> kept) {
        return site.context().conditions().stream().anyMatch(c -> asksWhetherEmpty(c, kept));
    }

    /** Whether a site only runs where a field, or an array, is empty that its body then fills: for each object once. */
    static boolean isForEmpty(Site site, Body body) {
        return body.sites(Site.FieldWrite.class).anyMatch(w -> whenEmpty(w, w.field()) && whenEmpty(site, w.field()))
                || site instanceof Site.ArrayWrite write
                        && whenEmpty(
                                site,
                                o -> o instanceof Value.Element element
                                        && element.array()
                                                .settled()
                                                .equals(write.array().settled()));
    }

    private static boolean asksWhetherEmpty(Context.Condition condition, Predicate<Value> kept) {
        return condition.value().settled() instanceof Value.Derived test
                && test.operator().equals(condition.outcome() == 0 ? "==" : "!=")
                && test.operands().contains(Value.Null.NULL)
                && test.operands().stream().map(Value::settled).anyMatch(kept);
    }

    /** Whether a change fills what the field is given in the same place, and always with the same. */
    boolean isFilledBy(Site.Call change, FieldKey field, Visit visit) {
        return isLazy(field)
                && whenEmpty(change, field)
                && change.arguments().stream().allMatch(a -> isTheSame(a, visit));
    }

    /** Whether the value depends on nothing that differs from one invocation to another. */
    private boolean isTheSame(Value value, Visit visit) {
        return values.expand(values.leaves(value, visit), visit).stream()
                .allMatch(l -> l instanceof Leaf.Field
                        || l instanceof Leaf.Hole hole && hole.parameter() < 0
                        || isFixed(l, effects));
    }

    /** Whether it is a setting of the environment, which a published version has for good. */
    static boolean isFixed(Leaf leaf, Effects effects) {
        return leaf instanceof Leaf.Source source
                && source.site() instanceof Site.Call call
                && effects.effect(call.target())
                        .filter(e -> e.fact() == Effect.ENVIRONMENT)
                        .isPresent();
    }
}
