package dev.replaylint.durable.value;

import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** What the last call of a chain has set a field to: {@code order.toBuilder().attempt(2).build()} makes an order from such a builder. */
record FluentFields(ValueTrail trail) {

    private static final int LONGEST = 40;

    /** The value of a field of an object that nothing has but the chain of calls that it comes through; empty if that is not certain. */
    Optional<Located> last(FieldKey field, Located object) {
        Located at = object;
        boolean returned = false;
        for (int i = 0; i < LONGEST && isOnlyOfChain(at); i++) {
            List<Site.FieldWrite> writes = writes(field, at.frame().visit().body());
            if (!writes.isEmpty()) {
                return returned ? certain(writes, at) : Optional.empty();
            }
            Optional<Located> before = trail.before(at);
            if (before.isEmpty()) {
                return before;
            }
            // A method that has returned has set the field; one that this is part of sets it some time.
            returned = at.value() instanceof Value.Result;
            at = before.get();
        }
        return Optional.empty();
    }

    /** Whether what a call gives goes to one other call, and nowhere else. */
    private static boolean isOnlyOfChain(Located at) {
        return !(at.value() instanceof Value.Result result)
                || at.frame().visit().body().callsWith(result.call()).size() <= 1;
    }

    private static List<Site.FieldWrite> writes(FieldKey field, Body body) {
        return body.writes(field).toList();
    }

    /** What a method assigns in any case, and to its own object. */
    private static Optional<Located> certain(List<Site.FieldWrite> writes, Located object) {
        Site.FieldWrite write = writes.get(0);
        boolean own = object.value() instanceof Value.This
                && write.receiver().filter(Value.This.THIS::equals).isPresent();
        return writes.size() == 1 && own && write.context().conditions().isEmpty()
                ? Optional.of(new Located(write.value(), object.frame()))
                : Optional.empty();
    }
}
