package dev.replaylint.durable.graph;

import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Extent;
import dev.replaylint.durable.flow.Invocations;
import dev.replaylint.durable.flow.Shaping;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.TableContents;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One question for the objects that a value may be. Objects that lead to each other are asked for until no more are found. */
final class ObjectSearch {

    private static final int DEEPEST = 24;

    /** Values that are gone through for one answer; beyond, nobody knows. */
    private static final int MOST = 800;

    private static final Set<String> NOTHING_THERE = Set.of("or", "orElseGet", StateChanges.ON_DEMAND);

    private static final Set<String> OF_ENUM = Set.of("values", "valueOf");

    private static final String COLLECTIONS = "java.util.";

    private final Program program;
    private final Effects effects;
    private final MadeObjects objects;
    private final TableContents contents;
    private final Map<Term, Set<Term>> found = new HashMap<>();
    private final Set<Term> asked = new HashSet<>();
    private int left = MOST;
    private boolean changed;
    private boolean unknown;

    ObjectSearch(Program program, Effects effects, MadeObjects objects, TableContents contents) {
        this.program = program;
        this.effects = effects;
        this.objects = objects;
        this.contents = contents;
    }

    /** Whether there may be others than those that were found. */
    boolean isUnknown() {
        return unknown;
    }

    Set<Term> all(Value value, Way way) {
        Set<Term> made;
        do {
            changed = false;
            asked.clear();
            made = of(value, way, DEEPEST);
        } while (changed && !unknown);
        return made;
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
        if (value instanceof Value.Derived given && Invocations.isGiven(given)) {
            return of(given.operands(), way, depth);
        }
        // `EnumSet.allOf(Stage.class)`
        if (value instanceof Value.Constant c && c.constant() instanceof Value.ClassLiteral type) {
            return isEnum(type.binaryName()) ? constants(type.binaryName(), depth) : Set.of();
        }
        boolean none = value instanceof Value.Null || value instanceof Value.Constant;
        return none ? Set.of() : nobodyKnows();
    }

    private boolean isEnum(String type) {
        return program.type(type).filter(t -> t.kind() == ClassKind.ENUM).isPresent();
    }

    private Set<Term> constants(String type, int depth) {
        Set<Term> made = new LinkedHashSet<>();
        program.type(type).stream()
                .flatMap(t -> t.fields().stream())
                .filter(f -> f.isStatic()
                        && f.type() instanceof ClassType own
                        && own.name().equals(type))
                .forEach(f -> made.addAll(assigned(objects.assigned(new FieldKey(type, f.name())), depth)));
        return made;
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
        Set<Term> made = new LinkedHashSet<>(passed(-1, way, depth));
        made.removeIf(o -> !program.isSubtype(MadeObjects.type(o), owner));
        return made;
    }

    private Set<Term> passed(int index, Way way, int depth) {
        if (way.mayComeFromElsewhere()) {
            return nobodyKnows();
        }
        Set<Term> made = new LinkedHashSet<>();
        for (Edge edge : List.copyOf(way.last())) {
            made.addAll(edge.argument(index)
                    .map(b -> of(b.value(), way.before(edge).at(b.visit()), depth))
                    .orElseGet(this::nobodyKnows));
        }
        return made;
    }

    private Set<Term> result(Value.Result result, Way way, int depth) {
        Site.Call call = result.call();
        if (call.isAllocation() && program.isProject(call.target().owner())) {
            return Set.of(new Term(result, way));
        }
        if (call.receiver().isEmpty()
                && OF_ENUM.contains(call.target().name())
                && isEnum(call.target().owner())) {
            return constants(call.target().owner(), depth);
        }
        if (Proxies.isOne(call) && Proxies.isStub(way.visit().outgoing(call))) {
            return Set.of(new Term(result, way));
        }
        List<Edge> bodies = way.visit().calls(call);
        return bodies.isEmpty() ? ofApi(call, way, depth) : returned(bodies, way, depth);
    }

    private Set<Term> returned(List<Edge> bodies, Way way, int depth) {
        Set<Term> made = new LinkedHashSet<>();
        // Fields may lead to initializers that are explored now.
        for (Edge edge : List.copyOf(bodies)) {
            if (edge.callee().body().key().isConstructor()) {
                made.add(new Term(Value.This.THIS, way.into(edge)));
            }
            edge.callee().returned().forEach(v -> made.addAll(of(v, way.into(edge), depth)));
        }
        return made;
    }

    /** What functions make that an API calls, in place of what it has, or where it has nothing. */
    private Optional<Set<Term>> made(Site.Call call, Way way, int depth) {
        boolean instead = NOTHING_THERE.contains(call.target().name());
        List<Edge> functions = way.visit().outgoing(call);
        if (functions.isEmpty() || call.receiver().isEmpty() || !instead && !Extent.maps(call)) {
            return Optional.empty();
        }
        Set<Term> made = returned(functions, way, depth);
        if (instead) {
            made.addAll(of(call.receiver().get(), way, depth));
        }
        return Optional.of(made);
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
        Optional<Set<Term>> made = made(call, way, depth);
        if (made.isPresent()) {
            return made.get();
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
            return assigned(objects.assigned(read.field()), depth);
        }
        Set<Term> made = new LinkedHashSet<>();
        Set<Term> owners = of(read.receiver().get(), way, depth);
        for (Term owner : List.copyOf(owners)) {
            made.addAll(assigned(objects.assigned(read.field(), owner), depth));
        }
        return made;
    }

    private Set<Term> assigned(List<Term> values, int depth) {
        if (values.isEmpty()) {
            return nobodyKnows();
        }
        Set<Term> made = new LinkedHashSet<>();
        values.forEach(a -> made.addAll(of(a.value(), a.way(), depth)));
        return made;
    }
}
