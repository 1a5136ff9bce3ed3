package dev.replaylint.durable.value;

import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Optional;

/** Arrays in fields as places of a counter or a mark: {@code SEQUENCE[0]++}, {@code if (!done[0]) done[0] = true}. */
public final class Slots {

    private Slots() {}

    /** The read of the array, if a site gives its only element a next value, or marks it. */
    public static Optional<Site.FieldRead> changed(Site.ArrayWrite write) {
        return write.array().settled() instanceof Value.FieldValue array
                        && isNext(write, array.read().field())
                ? Optional.of(array.read())
                : Optional.empty();
    }

    private static boolean isNext(Site.ArrayWrite write, FieldKey field) {
        return isOf(write.value(), field)
                || write.value().settled() instanceof Value.Constant
                        && write.context().conditions().stream().anyMatch(c -> isOf(c.value(), field));
    }

    /** Whether a value is made of an element at a fixed place: others are those of tables. */
    private static boolean isOf(Value value, FieldKey field) {
        Value settled = value.settled();
        if (settled instanceof Value.Derived derived) {
            return !derived.operator().equals("[]")
                    && derived.operands().stream().anyMatch(o -> isOf(o, field));
        }
        return settled instanceof Value.Element element && isArray(element.array(), field);
    }

    private static boolean isArray(Value value, FieldKey field) {
        return value.settled() instanceof Value.FieldValue array
                && array.read().field().equals(field);
    }

    /** Whether what a read gives is used for changes of the array alone. */
    public static boolean onlyChanges(Site.FieldRead read, Body body) {
        return body.sites().stream()
                .filter(s -> ValueUses.of(s).stream().anyMatch(v -> BodyReads.mentions(v, new Value.FieldValue(read))))
                .allMatch(s -> s instanceof Site.ArrayWrite write && isArray(write.array(), read.field()));
    }
}
