package dev.replaylint.durable;

import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.Fields.Write;
import dev.replaylint.program.Context;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;

/**
 * Fields that code fills when it finds them empty, and always with the same: {@code if (instance == null) instance = new Registry()}.
 * Whichever invocation does so, what is read is no other thing.
 */
final class LazyFields {

    private final Fields fields;
    private final Origins values;
    private final Effects effects;
    private final Memo<FieldKey, Boolean> known = new Memo<>(this::find);

    LazyFields(Fields fields, Origins values, Effects effects) {
        this.fields = fields;
        this.values = values;
        this.effects = effects;
    }

    /** Whether nothing else is assigned to the field. */
    boolean isLazy(FieldKey field) {
        return known.get(field);
    }

    private boolean find(FieldKey field) {
        List<Write> writes = fields.reached(field).stream()
                .filter(w -> w.visit().region() != Region.INITIALIZATION)
                .toList();
        return !writes.isEmpty() && writes.stream().allMatch(w -> whenEmpty(w.site()) && isTheSame(w));
    }

    private static boolean whenEmpty(Site.FieldWrite write) {
        return write.context().conditions().stream().anyMatch(c -> asksWhetherEmpty(c, write.field()));
    }

    private static boolean asksWhetherEmpty(Context.Condition condition, FieldKey field) {
        return condition.value().settled() instanceof Value.Derived test
                && test.operator().equals(condition.outcome() == 0 ? "==" : "!=")
                && test.operands().contains(Value.Null.NULL)
                && test.operands().stream()
                        .anyMatch(o -> o.settled() instanceof Value.FieldValue read
                                && read.read().field().equals(field));
    }

    /** Whether the value depends on nothing that differs from one invocation to another. */
    private boolean isTheSame(Write write) {
        return values.expand(values.leaves(write.site().value(), write.visit()), write.visit()).stream()
                .allMatch(l -> l instanceof Leaf.Field || l instanceof Leaf.Source source && isFixed(source));
    }

    private boolean isFixed(Leaf.Source source) {
        return source.site() instanceof Site.Call call
                && effects.effect(call.target())
                        .filter(e -> e.fact() == Effect.ENVIRONMENT)
                        .isPresent();
    }
}
