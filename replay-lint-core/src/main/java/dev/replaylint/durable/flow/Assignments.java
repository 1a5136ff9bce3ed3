package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.InitialValues;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is assigned to fields of an object of the project: in a body that has the object, by methods that are called on it, in code that
 * is handed it.
 */
public final class Assignments {

    private final Origins origins;
    private final List<FieldKey> path;
    private final Handing handing;

    /** Of one chain of fields; of all fields, if it is empty. */
    Assignments(Origins origins, List<FieldKey> path) {
        this(origins, path, edge -> true);
    }

    /** Of one chain of fields, by what these edges lead to. */
    Assignments(Origins origins, List<FieldKey> path, Predicate<Edge> followed) {
        this.origins = origins;
        this.path = path;
        this.handing = new Handing(
                origins, Parts::again, this::assigned, (edge, there) -> origins.fills(edge, there, path), followed);
    }

    /** Leaves of what a body, and what it calls, assigns to an object. */
    Set<Leaf> in(Visit visit, Value object) {
        return handing.in(visit, object);
    }

    private Set<Leaf> assigned(Set<Value> objects, Visit visit) {
        Set<Leaf> found = new LinkedHashSet<>();
        assigned(objects, visit.body()).forEach(v -> found.addAll(origins.leaves(v, visit, rest(path))));
        visit.body()
                .sites(Site.FieldRead.class)
                .filter(r -> r.receiver().filter(objects::contains).isPresent() && isAsked(r.field()))
                .forEach(r -> found.addAll(origins.filled(new Value.FieldValue(r), visit, rest(path))));
        return found;
    }

    private List<Value> assigned(Set<Value> objects, Body body) {
        return body.sites(Site.FieldWrite.class)
                .filter(w -> w.receiver().filter(objects::contains).isPresent())
                .filter(w -> isAsked(w.field()) && !InitialValues.isReplaced(w, body))
                .map(Site.FieldWrite::value)
                .toList();
    }

    private boolean isAsked(FieldKey field) {
        return path.isEmpty() || field.equals(path.get(0));
    }

    public static List<FieldKey> rest(List<FieldKey> path) {
        return path.isEmpty() ? path : path.subList(1, path.size());
    }

    /** Leaves of what is assigned to a static field, and of what the initializer of its class puts into that afterwards. */
    Set<Leaf> of(Fields.Write write) {
        Visit visit = write.visit();
        Set<Leaf> found = new LinkedHashSet<>(origins.leaves(write.site().value(), visit, path));
        if (visit.body().key().name().equals(MethodKey.STATIC_INITIALIZER)) {
            visit.body()
                    .sites(Site.FieldRead.class)
                    .filter(r -> r.field().equals(write.site().field()))
                    .forEach(r -> found.addAll(origins.filled(new Value.FieldValue(r), visit, path)));
        }
        return found;
    }
}
