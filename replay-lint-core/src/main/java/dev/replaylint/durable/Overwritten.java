package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;

/** Fields whose first values nobody sees: the body that makes the object sets them whenever it does, as with {@code new Order().id(id)}. */
final class Overwritten {

    private Overwritten() {}

    /** Whether the body assigns the field of the object that it makes by a call, each time. */
    static boolean is(FieldKey field, Site.Call made, Visit visit) {
        Set<Value> objects = Parts.again(new Value.Result(made), visit);
        return visit.body().sites().stream()
                .filter(s -> isWith(made, s.context()))
                .anyMatch(s -> s instanceof Site.FieldWrite write && assigns(write, field, objects)
                        || s instanceof Site.Call call && isOn(call, objects) && sets(call, visit, field));
    }

    private static boolean isWith(Site made, Context context) {
        return made.context().conditions().containsAll(context.conditions())
                && made.context().loops().equals(context.loops());
    }

    static boolean isOn(Site.Call call, Set<Value> objects) {
        return call.receiver().filter(objects::contains).isPresent();
    }

    static boolean sets(Site.Call call, Visit visit, FieldKey field) {
        List<Edge> setters = visit.calls(call);
        return !setters.isEmpty()
                && setters.stream().allMatch(e -> isBy(e.callee().body(), field));
    }

    /** Whether a method assigns the field of its own object, each time. */
    static boolean isBy(Body setter, FieldKey field) {
        return setter.sites(Site.FieldWrite.class)
                .filter(w -> w.context().equals(Context.NONE))
                .anyMatch(w -> assigns(w, field, Set.of(Value.This.THIS)));
    }

    /** One that is computed may be computed from what was there before. */
    static boolean assigns(Site.FieldWrite write, FieldKey field, Set<Value> objects) {
        Value value = write.value().settled();
        return write.field().equals(field)
                && write.receiver().filter(objects::contains).isPresent()
                && (value instanceof Value.Parameter
                        || value instanceof Value.Constant
                        || value instanceof Value.Result);
    }
}
