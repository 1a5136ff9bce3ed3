package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;

/** Fields whose first values nobody sees: the body that makes the object sets them whenever it does, as with {@code new Order().id(id)}. */
public final class Overwritten {

    /** Helpers that make objects for helpers. */
    private static final int DEEPEST = 4;

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

    private static boolean isOn(Site.Call call, Set<Value> objects) {
        return call.receiver().filter(objects::contains).isPresent();
    }

    private static boolean sets(Site.Call call, Visit visit, FieldKey field) {
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
    private static boolean assigns(Site.FieldWrite write, FieldKey field, Set<Value> objects) {
        Value value = write.value().settled();
        return write.field().equals(field)
                && write.receiver().filter(objects::contains).isPresent()
                && (value instanceof Value.Parameter
                        || value instanceof Value.Constant
                        || value instanceof Value.Result);
    }

    /** Whether an assignment in a constructor gives a field a value that is replaced before anybody reads it, wherever the object is made. */
    public static boolean isReplaced(Site.FieldWrite write, Visit visit) {
        return visit.body().key().isConstructor()
                && write.receiver().filter(Value.This.THIS::equals).isPresent()
                && !isSeen(write.field(), write, Value.This.THIS, visit, DEEPEST);
    }

    /** Whether something may read the field of an object after a site, before it is assigned again. */
    private static boolean isSeen(FieldKey field, Site from, Value object, Visit visit, int depth) {
        Set<Value> objects = Parts.again(object, visit);
        Set<Site> unassigned = visit.body().flow().after(from, Walk.until(s -> assigns(s, field, objects, visit)));
        for (Site site : unassigned) {
            boolean seen = site instanceof Site.Return exit
                    ? leaves(exit, objects, visit) && isSeenByCallers(field, object, visit, depth)
                    : !assigns(site, field, objects, visit) && shows(site, field, objects, visit);
            if (seen) {
                return true;
            }
        }
        return false;
    }

    private static boolean assigns(Site site, FieldKey field, Set<Value> objects, Visit visit) {
        return site instanceof Site.FieldWrite write
                ? assigns(write, field, objects)
                : site instanceof Site.Call call && isOn(call, objects) && sets(call, visit, field);
    }

    private static boolean leaves(Site.Return exit, Set<Value> objects, Visit visit) {
        return visit.body().key().isConstructor()
                || exit.value().filter(v -> isOne(v, objects)).isPresent();
    }

    private static boolean isSeenByCallers(FieldKey field, Value object, Visit visit, int depth) {
        List<Edge> callers = List.copyOf(visit.incoming());
        return depth == 0
                || callers.isEmpty()
                || callers.stream()
                        .anyMatch(e -> !(e.site() instanceof Site.Call call)
                                || e.how() != Edge.Kind.CALL
                                || isSeen(field, call, given(call, object), e.caller(), depth - 1));
    }

    /** What a caller has of an object that is made or returned. */
    private static Value given(Site.Call call, Value object) {
        boolean further = object == Value.This.THIS && !call.isAllocation();
        return further ? call.receiver().orElse(object) : new Value.Result(call);
    }

    /** Whether a value may be the object: {@code soon ? new Date() : new Date(term)}. */
    private static boolean isOne(Value value, Set<Value> objects) {
        return value.alternatives().stream().anyMatch(objects::contains);
    }

    /** Whether a site reads the field, or hands the object to somebody who may. */
    private static boolean shows(Site site, FieldKey field, Set<Value> objects, Visit visit) {
        if (site instanceof Site.FieldRead read) {
            return read.field().equals(field)
                    && read.receiver().filter(v -> isOne(v, objects)).isPresent();
        }
        if (site instanceof Site.Throw exit) {
            return exit.value().filter(v -> isOne(v, objects)).isPresent();
        }
        boolean apart = site instanceof Site.Call call
                && isOn(call, objects)
                && call.arguments().stream().noneMatch(objects::contains)
                && !visit.calls(call).isEmpty()
                && visit.calls(call).stream().noneMatch(e -> showsItself(e.callee(), field));
        return !apart
                && ValueUses.operands(site).stream()
                        .anyMatch(v -> ValueUses.mentions(v.settled(), o -> isOne(o, objects)));
    }

    /** Whether a method of the object does, but for returning it. */
    private static boolean showsItself(Visit method, FieldKey field) {
        Set<Value> self = Set.of(Value.This.THIS);
        return method.body().sites().stream()
                .anyMatch(s -> !(s instanceof Site.Return) && !(s instanceof Site.Call) && shows(s, field, self, method)
                        || s instanceof Site.Call && ValueUses.operands(s).contains(Value.This.THIS));
    }
}
