package dev.replaylint.durable;

import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects a value may be, by the allocations that made them (points-to sets): only where the code shows all of them. An object's
 * fields are what its own constructor assigns, and what any other code does.
 */
final class MadeObjects {

    private static final int DEEPEST = 24;

    /** Values that are gone through for one answer; beyond, nobody knows. */
    private static final int MOST = 800;

    private static final String COLLECTIONS = "java.util.";

    private final Program program;
    private final Effects effects;
    private final Fields fields;
    private final TableContents contents;

    MadeObjects(Program program, Effects effects, Fields fields) {
        this.program = program;
        this.effects = effects;
        this.fields = fields;
        this.contents = new TableContents(new Tables(program), this::assigned);
    }

    /** The classes of all objects that a value may be; empty if there may be others. */
    Optional<Set<String>> classes(Value value, Visit visit) {
        Search search = new Search();
        Set<Term> objects = search.all(value, Way.open(visit));
        if (search.unknown || objects.isEmpty()) {
            return Optional.empty();
        }
        Set<String> classes = new LinkedHashSet<>();
        objects.forEach(o -> classes.add(type(o)));
        return Optional.of(classes);
    }

    /** Whether all objects that a value may be are made with the handler or a class, and so outlive an invocation. */
    boolean outliveInvocations(Value value, Visit visit) {
        Search search = new Search();
        Set<Term> objects = search.all(value, Way.open(visit));
        return !search.unknown
                && !objects.isEmpty()
                && objects.stream()
                        .allMatch(o -> !(o.value() instanceof Value.Result)
                                || o.way().visit().region() == Region.INITIALIZATION);
    }

    /** What is assigned to the field of all objects that it may be read from; empty if there may be others. */
    List<Term> assigned(Site.FieldRead read, Way way) {
        if (read.receiver().isEmpty()) {
            return ofAny(fields.calledWrites(read.field()));
        }
        Search search = new Search();
        List<Term> found = new ArrayList<>();
        search.all(read.receiver().get(), way).forEach(o -> found.addAll(assigned(read.field(), o)));
        return search.unknown ? List.of() : found;
    }

    private static String type(Term object) {
        return object.value() instanceof Value.Result made
                ? made.call().target().owner()
                : object.way().visit().entry().orElseThrow().method().owner();
    }

    /** One question. Objects that lead to each other are asked for until no more are found. */
    private final class Search {
        private final Map<Term, Set<Term>> found = new HashMap<>();
        private final Set<Term> asked = new HashSet<>();
        private int left = MOST;
        private boolean changed;
        private boolean unknown;

        Set<Term> all(Value value, Way way) {
            Set<Term> objects;
            do {
                changed = false;
                asked.clear();
                objects = of(value, way, DEEPEST);
            } while (changed && !unknown);
            return objects;
        }

        private Set<Term> of(Value value, Way way, int depth) {
            Term term = new Term(value.settled(), way);
            Set<Term> known = found.computeIfAbsent(term, t -> new LinkedHashSet<>());
            if (!unknown && asked.add(term)) {
                left--;
                if (depth <= 0 || left <= 0) {
                    unknown = true;
                } else {
                    changed |= known.addAll(find(term.value(), way, depth - 1));
                }
            }
            return known;
        }

        private Set<Term> of(Collection<Value> values, Way way, int depth) {
            Set<Term> all = new LinkedHashSet<>();
            values.forEach(v -> all.addAll(of(v, way, depth)));
            return all;
        }

        private Set<Term> nobodyKnows() {
            unknown = true;
            return Set.of();
        }

        private Set<Term> find(Value value, Way way, int depth) {
            if (value instanceof Value.Join join) {
                return of(join.operands().stream().filter(way.visit()::mayBe).toList(), way, depth);
            }
            if (value instanceof Value.Parameter parameter) {
                List<String> types = way.visit().body().shape().parameterTypes();
                boolean plain = parameter.index() < types.size() && Shaping.isPlain(types.get(parameter.index()));
                return plain ? Set.of() : passed(parameter.index(), way, depth);
            }
            if (value instanceof Value.This) {
                return receiver(value, way, depth);
            }
            if (value instanceof Value.Result result) {
                return result(result, way, depth);
            }
            return value instanceof Value.FieldValue field ? field(field.read(), way, depth) : part(value, way, depth);
        }

        private Set<Term> part(Value value, Way way, int depth) {
            if (value instanceof Value.Element element) {
                return of(element.array(), way, depth);
            }
            if (value instanceof Value.NewArray array) {
                List<Value> elements = way.visit()
                        .body()
                        .sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(array))
                        .map(Site.ArrayWrite::value)
                        .toList();
                return of(elements, way, depth);
            }
            if (value instanceof Value.Derived derived && derived.operator().equals("[]")) {
                return of(derived.operands().get(0), way, depth);
            }
            if (value instanceof Value.Derived given && Targets.isGiven(given)) {
                return of(given.operands(), way, depth);
            }
            boolean none = value instanceof Value.Null || value instanceof Value.Constant;
            return none ? Set.of() : nobodyKnows();
        }

        /** Objects of other classes are called on, too, but run another method. */
        private Set<Term> receiver(Value self, Way way, int depth) {
            String owner = way.visit().body().key().owner();
            Optional<EntryPoint> entry = way.visit().entry();
            boolean handler = way.via().isEmpty()
                    && entry.filter(e -> e.kind() == EntryPoint.Kind.HANDLER).isPresent()
                    && program.subtypes(owner).isEmpty();
            if (handler) {
                return Set.of(new Term(self, way));
            }
            Set<Term> objects = new LinkedHashSet<>(passed(-1, way, depth));
            objects.removeIf(o -> !program.isSubtype(type(o), owner));
            return objects;
        }

        private Set<Term> passed(int index, Way way, int depth) {
            if (way.mayComeFromElsewhere()) {
                return nobodyKnows();
            }
            Set<Term> objects = new LinkedHashSet<>();
            for (Edge edge : way.last()) {
                objects.addAll(edge.argument(index)
                        .map(b -> of(b.value(), way.before(edge).at(b.visit()), depth))
                        .orElseGet(this::nobodyKnows));
            }
            return objects;
        }

        private Set<Term> result(Value.Result result, Way way, int depth) {
            Site.Call call = result.call();
            if (call.isAllocation() && program.isProject(call.target().owner())) {
                return Set.of(new Term(result, way));
            }
            List<Edge> bodies = way.visit().calls(call);
            Set<Term> objects = new LinkedHashSet<>();
            for (Edge edge : bodies) {
                edge.callee().returned().forEach(v -> objects.addAll(of(v, way.into(edge), depth)));
            }
            return bodies.isEmpty() ? ofApi(call, way, depth) : objects;
        }

        /** What a library hands back, or takes from a collection that nobody changes. */
        private Set<Term> ofApi(Site.Call call, Way way, int depth) {
            List<Value> shared = effects.sharing(call.target()).stream()
                    .flatMap(s -> s.from().stream())
                    .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                    .toList();
            boolean ofCollection = call.target().owner().startsWith(COLLECTIONS) && !call.isAllocation();
            boolean takes = call.arguments().isEmpty() || call.target().name().equals("get");
            List<Term> taken = contents.taken(call, way);
            if (!taken.isEmpty()) {
                return assigned(taken, depth);
            }
            if (!shared.isEmpty()) {
                return of(shared, way, depth);
            }
            if (ofCollection && call.receiver().isEmpty()) {
                return of(call.arguments(), way, depth);
            }
            if (ofCollection && takes) {
                return of(call.receiver().orElseThrow(), way, depth);
            }
            boolean plain = Shaping.isPlain(Descriptors.result(call.target().descriptor()));
            return plain ? Set.of() : nobodyKnows();
        }

        private Set<Term> field(Site.FieldRead read, Way way, int depth) {
            if (read.receiver().isEmpty()) {
                return assigned(ofAny(fields.calledWrites(read.field())), depth);
            }
            Set<Term> objects = new LinkedHashSet<>();
            Set<Term> owners = of(read.receiver().get(), way, depth);
            for (Term owner : List.copyOf(owners)) {
                objects.addAll(assigned(MadeObjects.this.assigned(read.field(), owner), depth));
            }
            return objects;
        }

        private Set<Term> assigned(List<Term> values, int depth) {
            if (values.isEmpty()) {
                return nobodyKnows();
            }
            Set<Term> objects = new LinkedHashSet<>();
            values.forEach(a -> objects.addAll(of(a.value(), a.way(), depth)));
            return objects;
        }
    }

    /** What is assigned to the field of an object: by its own constructor, and by other code to whichever object. */
    private List<Term> assigned(FieldKey field, Term owner) {
        if (!(owner.value() instanceof Value.Result made)) {
            return ofAny(fields.calledWrites(field));
        }
        List<Term> found = new ArrayList<>(ofAny(fields.reached(field).stream()
                .filter(w -> !w.visit().body().key().isConstructor())
                .toList()));
        owner.way()
                .visit()
                .calls(made.call())
                .forEach(e -> constructed(field, owner.way().into(e), found));
        return found;
    }

    private static List<Term> ofAny(List<Fields.Write> writes) {
        return writes.stream()
                .map(w -> new Term(w.site().value(), Way.open(w.visit())))
                .toList();
    }

    private static void constructed(FieldKey field, Way constructor, List<Term> found) {
        constructor
                .visit()
                .body()
                .sites(Site.FieldWrite.class)
                .filter(w -> w.field().equals(field))
                .forEach(w -> found.add(new Term(w.value(), constructor)));
        for (Edge edge : constructor.visit().outgoing()) {
            boolean next = edge.site() instanceof Site.Call call
                    && call.dispatch() == Dispatch.SPECIAL
                    && call.target().isConstructor();
            if (next && constructor.length() < DEEPEST) {
                constructed(field, constructor.into(edge), found);
            }
        }
    }
}
