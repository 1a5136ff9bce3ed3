package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is assigned to fields of an object of the project: in a body that has the object, by methods that are called on it, in code that
 * is handed it.
 */
final class Assignments {

    private static final int DEEPEST = 4;

    private final Origins origins;
    private final List<FieldKey> path;

    /** Of one chain of fields; of all fields, if it is empty. */
    Assignments(Origins origins, List<FieldKey> path) {
        this.origins = origins;
        this.path = path;
    }

    /** Leaves of what a body, and what it calls, assigns to an object. */
    Set<Leaf> in(Visit visit, Value object) {
        return in(visit, object, DEEPEST);
    }

    private Set<Leaf> in(Visit visit, Value object, int depth) {
        List<Value> objects = Parts.again(object, visit);
        Set<Leaf> found = new LinkedHashSet<>();
        assigned(objects, visit.body()).forEach(v -> found.addAll(origins.leaves(v, visit, rest(path))));
        if (depth > 0) {
            for (Edge edge : List.copyOf(visit.outgoing())) {
                if (edge.how() != Edge.Kind.OPERATION) {
                    found.addAll(handed(edge, objects, depth - 1));
                }
            }
        }
        return found;
    }

    private Set<Leaf> handed(Edge edge, List<Value> objects, int depth) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (Parts.passes(edge.receiver(), objects, edge)) {
            found.addAll(origins.close(in(edge.callee(), Value.This.THIS, depth), edge));
        }
        for (int i = 0; i < edge.arguments().size(); i++) {
            if (Parts.passes(edge.arguments().get(i), objects, edge)) {
                found.addAll(origins.close(in(edge.callee(), new Value.Parameter(i), depth), edge));
            }
        }
        return found;
    }

    private List<Value> assigned(List<Value> objects, Body body) {
        return body.sites(Site.FieldWrite.class)
                .filter(w -> w.receiver().filter(objects::contains).isPresent())
                .filter(w -> path.isEmpty() || w.field().equals(path.get(0)))
                .map(Site.FieldWrite::value)
                .toList();
    }

    static List<FieldKey> rest(List<FieldKey> path) {
        return path.isEmpty() ? path : path.subList(1, path.size());
    }
}
