package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.SearchLoops;
import dev.replaylint.durable.body.Takes;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows values back to where they come from: through locals, parameters, results, fields and collections, over calls with the
 * call's own arguments. What API calls pass on is decided by an {@link ApiFlow}.
 */
public final class Origins {

    /** What parts of elements come from. */
    interface Elements {
        Set<Leaf> of(List<FieldKey> path);
    }

    private record FieldQuestion(FieldKey field, List<FieldKey> path) {}

    private static final List<FieldKey> WHOLE = List.of();

    private final ApiFlow apis;
    private final Fields fields;
    private final Memo<OriginQuestion, Set<Leaf>> known = new Memo<>(this::find);
    private final Map<FieldQuestion, Set<Leaf>> assigned = new HashMap<>();

    public Origins(ApiFlow apis, Fields fields) {
        this.apis = apis;
        this.fields = fields;
    }

    /** Leaves of a value, with parameters still open. */
    public Set<Leaf> leaves(Value value, Visit visit) {
        return leaves(value, visit, WHOLE);
    }

    /** Leaves of what a chain of fields, read from the value, holds. */
    public Set<Leaf> leaves(Value value, Visit visit, List<FieldKey> path) {
        return known.get(new OriginQuestion(value.settled(), visit, path), Set.of());
    }

    private Set<Leaf> find(OriginQuestion asked) {
        Set<Leaf> found = find(asked.value(), asked.visit(), asked.path());
        // Most values have one origin or none, and all are kept.
        return found.size() < 2 ? Set.copyOf(found) : Collections.unmodifiableSet(found);
    }

    private Set<Leaf> find(Value value, Visit visit, List<FieldKey> path) {
        if (value instanceof Value.Parameter parameter) {
            return with(apis.changed(value, visit, path, this), Set.of(new Leaf.Hole(parameter.index(), path)));
        }
        if (value instanceof Value.This) {
            return Set.of(new Leaf.Hole(-1, path));
        }
        if (value instanceof Value.Derived derived) {
            List<FieldKey> asked = Extent.isAskedBy(derived) ? Extent.OF : Pairs.asked(derived, path);
            return all(Extent.tested(derived).orElseGet(() -> apis.passedThrough(derived)), visit, asked);
        }
        if (value instanceof Value.Element element) {
            return with(apis.placed(element, visit, path), find(element.any(), visit, path));
        }
        if (value instanceof Value.Join join) {
            return ofJoin(join, visit, path);
        }
        if (value instanceof Value.FieldValue field) {
            return ofField(field, visit, path);
        }
        if (value instanceof Value.Result result) {
            return with(apis.changed(value, visit, path, this), ofResult(result.call(), visit, path));
        }
        return apis.countsContents() ? contents(value, visit, path) : Set.of();
    }

    /** One of several values, and what decides which one, unless only one of them has what is asked for. */
    private Set<Leaf> ofJoin(Value.Join join, Visit visit, List<FieldKey> path) {
        List<Value> all = join.operands().stream().filter(visit::mayBe).toList();
        List<Value> operands =
                all.stream().filter(v -> !fields.isSiblings(v, path)).toList();
        Set<Leaf> found = all(operands, visit, path);
        found.addAll(apis.taken(SearchLoops.taken(join, visit.body()), visit, path));
        if (operands.size() > 1 || operands.size() == all.size()) {
            found.addAll(all(apis.deciders(join), visit, WHOLE));
        }
        return found;
    }

    private static Set<Leaf> with(Set<Leaf> more, Set<Leaf> found) {
        if (more.isEmpty()) {
            return found;
        }
        Set<Leaf> all = new LinkedHashSet<>(found);
        all.addAll(more);
        return all;
    }

    private Set<Leaf> contents(Value value, Visit visit, List<FieldKey> path) {
        if (value instanceof Value.Template template) {
            Set<Leaf> found = all(template.parts(), visit, WHOLE);
            visit.shown(template).forEach(e -> found.addAll(close(returned(e.callee(), WHOLE), e)));
            return found;
        }
        if (path.equals(Extent.OF)) {
            return Set.of();
        }
        if (value instanceof Value.NewArray array) {
            return ofArray(array, visit, path);
        }
        if (value instanceof Value.Caught caught) {
            return CaughtValues.of(caught, visit, path, fields, this);
        }
        return value instanceof Value.Function function
                ? all(function.creation().bound(), visit, WHOLE)
                : Set.of();
    }

    private Set<Leaf> all(List<? extends Value> values, Visit visit, List<FieldKey> path) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value value : values) {
            found.addAll(leaves(value, visit, path));
        }
        return found;
    }

    private Set<Leaf> ofArray(Value.NewArray array, Visit visit, List<FieldKey> path) {
        Set<Leaf> found = new LinkedHashSet<>(apis.filled(array, visit, path, this));
        visit.body()
                .sites(Site.ArrayWrite.class)
                .filter(w -> Parts.isRow(w.array(), Set.of(array)))
                .forEach(w -> found.addAll(leaves(w.value(), visit, path)));
        return found;
    }

    /** Leaves of what a body puts into what a field holds. */
    Set<Leaf> filled(Value.FieldValue field, Visit visit, List<FieldKey> path) {
        return apis.filled(field, visit, path, this);
    }

    /** Leaves of what decides how an edge does that. */
    Set<Leaf> fills(Edge edge, Value object, List<FieldKey> path) {
        return path.isEmpty() ? Set.of() : apis.fills(edge, object, path.get(0), this);
    }

    private Set<Leaf> ofField(Value.FieldValue value, Visit visit, List<FieldKey> path) {
        Site.FieldRead read = value.read();
        Set<Leaf> found =
                new LinkedHashSet<>(with(apis.initial(read, path, this), Set.of(new Leaf.Field(read, visit))));
        if (read.receiver().isEmpty()) {
            found.addAll(List.copyOf(assigned(read.field(), path)));
        } else if (fields.mayLead(read.field(), path)) {
            List<FieldKey> longer = new ArrayList<>(List.of(read.field()));
            longer.addAll(path);
            found.addAll(leaves(read.receiver().get(), visit, List.copyOf(longer)));
        }
        return found;
    }

    /** Everything that is assigned to a field anywhere, followed to the end. */
    Set<Leaf> assigned(FieldKey field, List<FieldKey> path) {
        FieldQuestion question = new FieldQuestion(field, path);
        Set<Leaf> known = assigned.get(question);
        if (known != null) {
            return known;
        }
        Set<Leaf> found = new LinkedHashSet<>();
        assigned.put(question, found);
        for (Fields.Write write : fields.writes(field)) {
            found.addAll(new Expansion(this).of(new Assignments(this, path).of(write), write.visit()));
        }
        found.addAll(apis.kept(field, path, this));
        return found;
    }

    private Set<Leaf> ofResult(Site.Call call, Visit visit, List<FieldKey> path) {
        List<Edge> own = List.copyOf(visit.calls(call));
        if (call.isAllocation() && !own.isEmpty()) {
            boolean there =
                    path.equals(Extent.OF) && !apis.hasElements(call.target().owner());
            boolean asked = !there && (!path.isEmpty() || apis.countsContents());
            return asked ? ofObject(call, own, visit, path) : Set.of();
        }
        Set<Leaf> found = new LinkedHashSet<>();
        fields.chosen(call, path).forEach(c -> found.addAll(List.copyOf(assigned(c, path))));
        if (own.isEmpty() || fields.givesConstants(call)) {
            return with(found, apis.result(call, visit, path, this));
        }
        own.forEach(e -> found.addAll(close(returned(e.callee(), path), e)));
        found.addAll(apis.target(call, visit, path, this));
        return found;
    }

    /** An object of the project: what is assigned to the field asked for, or to any, when it is made and in the body that makes it. */
    private Set<Leaf> ofObject(Site.Call made, List<Edge> constructors, Visit visit, List<FieldKey> asked) {
        if (CaughtValues.isMessage(asked) || fields.isSiblings(new Value.Result(made), asked)) {
            return CaughtValues.isMessage(asked) ? CaughtValues.message(constructors, this) : Set.of();
        }
        // Where an API makes one object of another, which field of the other it is made of is not known.
        boolean other = !asked.isEmpty() && !fields.has(made.target().owner(), asked.get(0));
        List<FieldKey> path = other ? WHOLE : asked;
        if (!path.isEmpty() && Overwritten.is(path.get(0), made, visit)) {
            return new Assignments(this, path, e -> e.site() != made).in(visit, new Value.Result(made));
        }
        Assignments assignments = new Assignments(this, path);
        Set<Leaf> found = assignments.in(visit, new Value.Result(made));
        for (Edge edge : constructors) {
            found.addAll(close(assignments.in(edge.callee(), Value.This.THIS), edge));
        }
        return found;
    }

    /** What a body returns, and what decides which of several results it is. */
    private Set<Leaf> returned(Visit callee, List<FieldKey> path) {
        Set<Leaf> found = new LinkedHashSet<>();
        List<Site.Return> returns = callee.returns().toList();
        for (Site.Return site : returns) {
            boolean itself = site.value().filter(Value.This.THIS::equals).isPresent();
            boolean overwritten = itself && !path.isEmpty() && Overwritten.isBy(callee.body(), path.get(0));
            site.value().filter(v -> !overwritten).ifPresent(v -> found.addAll(leaves(v, callee, path)));
            found.addAll(apis.taken(SearchLoops.taken(site).stream(), callee, path));
            if (itself && (!path.isEmpty() || apis.countsContents())) {
                found.addAll(new Assignments(this, path).in(callee, Value.This.THIS));
            }
            if (returns.size() > 1 && site.value().isPresent()) {
                found.addAll(all(apis.deciders(site), callee, WHOLE));
            }
        }
        return found;
    }

    /** What the functions given to an API call return; who takes any object, as a collection does, calls none. */
    public Set<Leaf> returnedByFunctions(Site.Call call, Visit visit, List<FieldKey> path) {
        boolean none = Takes.anything(call);
        Set<Leaf> found = new LinkedHashSet<>();
        List.copyOf(visit.outgoing(call)).stream()
                .filter(e -> e.how() == Edge.Kind.SHOWN ? path.isEmpty() : !none)
                .forEach(e -> found.addAll(close(given(e.callee(), path), e)));
        return found;
    }

    /** What a function gives: what it returns, or what a constructor assigns. */
    private Set<Leaf> given(Visit function, List<FieldKey> path) {
        return function.body().key().isConstructor()
                ? new Assignments(this, path).in(function, Value.This.THIS)
                : returned(function, path);
    }

    /** What one of the functions given to an API call returns. */
    public Set<Leaf> returnedByFunction(Value.Function function, Site.Call call, Visit visit) {
        Set<Leaf> found = new LinkedHashSet<>();
        List.copyOf(visit.outgoing(call)).stream()
                .filter(e -> e.callee().body().key().equals(function.creation().implementation()))
                .forEach(e -> found.addAll(close(returned(e.callee(), WHOLE), e)));
        return found;
    }

    /** The same, of one that somebody calls later with elements, of which it is asked for their parts. */
    Set<Leaf> returnedByFunction(
            Value.Function function, Site.Call call, Visit visit, List<FieldKey> path, Elements elements) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Edge edge : List.copyOf(visit.outgoing(call))) {
            if (edge.callee().body().key().equals(function.creation().implementation())) {
                Set<Leaf> given = given(edge.callee(), path);
                given.stream()
                        .filter(l -> l instanceof Leaf.Hole h && !edge.binds(h.parameter()))
                        .forEach(l -> found.addAll(elements.of(((Leaf.Hole) l).path())));
                given.removeIf(l -> l instanceof Leaf.Hole h && !edge.binds(h.parameter()));
                found.addAll(close(given, edge));
            }
        }
        return found;
    }

    /** Replaces a callee's open parameters by what this call passes. */
    public Set<Leaf> close(Set<Leaf> ofCallee, Edge edge) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Leaf leaf : ofCallee) {
            if (leaf instanceof Leaf.Hole hole) {
                edge.argument(hole.parameter()).ifPresent(a -> found.addAll(inVisit(a, hole, edge.caller())));
            } else {
                found.add(leaf);
            }
        }
        return found;
    }

    /** A bound value may belong to another visit than the caller's: then its own parameters are followed to the end. */
    private Set<Leaf> inVisit(Edge.Bound bound, Leaf.Hole hole, Visit caller) {
        Set<Leaf> found = leaves(bound.value(), bound.visit(), hole.path());
        return bound.visit() == caller ? found : new Expansion(this).of(found, bound.visit());
    }
}
