package dev.replaylint.durable;

import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Set;

/** First values of fields that whoever makes an object replaces before anybody reads them: {@code new Order().id(id)}. */
record FirstValues(FieldKey field) {

    /** Helpers that make objects for helpers. */
    private static final int DEEPEST = 4;

    /** Whether an assignment gives such a value. */
    static boolean isReplaced(Site.FieldWrite write, Visit visit) {
        return visit.body().key().isConstructor()
                && write.receiver().filter(Value.This.THIS::equals).isPresent()
                && !new FirstValues(write.field()).isSeen(write, Value.This.THIS, visit, DEEPEST);
    }

    /** Whether something may read the field of an object after a site, before it is assigned again. */
    private boolean isSeen(Site from, Value object, Visit visit, int depth) {
        Set<Value> objects = Parts.again(object, visit);
        Set<Site> unassigned = visit.body().flow().after(from, Walk.until(s -> assigns(s, objects, visit)));
        for (Site site : unassigned) {
            boolean seen = site instanceof Site.Return exit
                    ? leaves(exit, objects, visit) && isSeenByCallers(object, visit, depth)
                    : !assigns(site, objects, visit) && shows(site, objects, visit);
            if (seen) {
                return true;
            }
        }
        return false;
    }

    private boolean assigns(Site site, Set<Value> objects, Visit visit) {
        return site instanceof Site.FieldWrite write
                ? Overwritten.assigns(write, field, objects)
                : site instanceof Site.Call call
                        && Overwritten.isOn(call, objects)
                        && Overwritten.sets(call, visit, field);
    }

    private static boolean leaves(Site.Return exit, Set<Value> objects, Visit visit) {
        return visit.body().key().isConstructor()
                || exit.value().filter(objects::contains).isPresent();
    }

    private boolean isSeenByCallers(Value object, Visit visit, int depth) {
        List<Edge> callers = List.copyOf(visit.incoming());
        return depth == 0
                || callers.isEmpty()
                || callers.stream()
                        .anyMatch(e -> !(e.site() instanceof Site.Call call)
                                || e.how() != Edge.Kind.CALL
                                || isSeen(call, given(call, object), e.caller(), depth - 1));
    }

    /** What a caller has of an object that is made or returned. */
    private static Value given(Site.Call call, Value object) {
        boolean further = object == Value.This.THIS && !call.isAllocation();
        return further ? call.receiver().orElse(object) : new Value.Result(call);
    }

    /** Whether a site reads the field, or hands the object to somebody who may. */
    private boolean shows(Site site, Set<Value> objects, Visit visit) {
        if (site instanceof Site.FieldRead read) {
            return read.field().equals(field)
                    && read.receiver().filter(objects::contains).isPresent();
        }
        if (site instanceof Site.Throw exit) {
            return exit.value().filter(objects::contains).isPresent();
        }
        boolean apart = site instanceof Site.Call call
                && Overwritten.isOn(call, objects)
                && call.arguments().stream().noneMatch(objects::contains)
                && !visit.calls(call).isEmpty()
                && visit.calls(call).stream().noneMatch(e -> showsItself(e.callee()));
        return !apart
                && ValueUses.operands(site).stream().anyMatch(v -> ValueUses.mentions(v.settled(), objects::contains));
    }

    /** Whether a method of the object does, but for returning it. */
    private boolean showsItself(Visit method) {
        Set<Value> self = Set.of(Value.This.THIS);
        return method.body().sites().stream()
                .anyMatch(s -> !(s instanceof Site.Return) && !(s instanceof Site.Call) && shows(s, self, method)
                        || s instanceof Site.Call && ValueUses.operands(s).contains(Value.This.THIS));
    }
}
