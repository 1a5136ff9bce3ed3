package dev.replaylint.durable.flow;

import dev.replaylint.program.Memo;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Follows one object through all code that is handed it, each body once, and gathers what comes of it. */
public final class Handing {

    private static final int DEEPEST = 24;

    /** The names of an object in a body. */
    public interface Names {
        Set<Value> of(Value object, Visit visit);
    }

    /** What a body does with an object of these names. */
    public interface Deeds {
        Set<Leaf> in(Set<Value> names, Visit visit);
    }

    /** What comes of an object being handed on by an edge, besides what the callee does; there it is a parameter, or the receiver. */
    public interface Passing {
        Set<Leaf> by(Edge edge, Value there);
    }

    private record Question(Visit visit, Value object) {}

    private final Origins origins;
    private final Names names;
    private final Deeds deeds;
    private final Passing passing;
    private final Predicate<Edge> followed;
    private final Memo<Question, Set<Leaf>> known = new Memo<>(this::find);
    private int depth;

    Handing(Origins origins, Names names, Deeds deeds, Passing passing) {
        this(origins, names, deeds, passing, edge -> true);
    }

    Handing(Origins origins, Names names, Deeds deeds) {
        this(origins, names, deeds, (edge, there) -> Set.of());
    }

    /** Follows the object by these edges only. */
    public Handing(Origins origins, Names names, Deeds deeds, Passing passing, Predicate<Edge> followed) {
        this.origins = origins;
        this.names = names;
        this.deeds = deeds;
        this.passing = passing;
        this.followed = followed;
    }

    /** What comes of an object that a body has. */
    public Set<Leaf> in(Visit visit, Value object) {
        return depth >= DEEPEST ? Set.of() : known.get(new Question(visit, object), Set.of());
    }

    /** Operations do what they do in their first run only. */
    private Set<Leaf> find(Question asked) {
        Set<Value> objects = names.of(asked.object(), asked.visit());
        Set<Leaf> found = new LinkedHashSet<>(deeds.in(objects, asked.visit()));
        depth++;
        for (Edge edge : List.copyOf(asked.visit().outgoing())) {
            if (edge.how() != Edge.Kind.OPERATION && followed.test(edge)) {
                found.addAll(handed(edge, objects));
            }
        }
        depth--;
        return found;
    }

    private Set<Leaf> handed(Edge edge, Set<Value> objects) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (Parts.passes(edge.receiver(), objects, edge)) {
            found.addAll(by(edge, Value.This.THIS));
        }
        for (int i = 0; i < edge.arguments().size(); i++) {
            if (Parts.passes(edge.arguments().get(i), objects, edge)) {
                found.addAll(by(edge, new Value.Parameter(i)));
            }
        }
        return found;
    }

    private Set<Leaf> by(Edge edge, Value there) {
        Set<Leaf> found = new LinkedHashSet<>(origins.close(in(edge.callee(), there), edge));
        found.addAll(passing.by(edge, there));
        return found;
    }
}
