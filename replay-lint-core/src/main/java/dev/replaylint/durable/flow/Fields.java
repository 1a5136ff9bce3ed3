package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.InitialValues;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Assignments to fields: in the code that handlers reach, in the initializers of the classes that declare the fields, and what these call. */
public final class Fields {

    /**
     * An assignment.
     *
     * @param visit whose body it is in
     */
    public record Write(Site.FieldWrite site, Visit visit) {}

    private static final Set<String> OF_ENUM = Set.of("values()", "valueOf(Ljava/lang/String;)");

    private static final int MOST_OF_ONE_TYPE = 2;

    /** Classes below one with a field, of which the initializers are looked at. */
    private static final int MOST_SUBTYPES = 8;

    private final Program program;
    private final Explorer explorer;
    private final Map<FieldKey, List<Write>> reached = new HashMap<>();
    private final Set<MethodKey> delegated = new HashSet<>();
    private final Memo<FieldKey, List<Write>> all = new Memo<>(this::findWrites);

    /** To be made when all entry points have been explored. */
    public Fields(Program program, Explorer explorer) {
        this.program = program;
        this.explorer = explorer;
        for (Visit visit : explorer.visits()) {
            visit.body()
                    .sites(Site.FieldWrite.class)
                    .filter(w -> visit.runs(w) && !InitialValues.isReplaced(w, visit.body()))
                    .forEach(w -> reached.computeIfAbsent(w.field(), f -> new ArrayList<>())
                            .add(new Write(w, visit)));
        }
    }

    /** Whether objects of the class have the field. */
    boolean has(String className, FieldKey field) {
        return program.isSubtype(className, field.owner());
    }

    /** Whether a class is another one or extends it. */
    boolean isSubtype(String className, String of) {
        return program.isSubtype(className, of);
    }

    /**
     * Whether the value is an object that does not have what is asked for, since it is another kind of the same thing: of one type with
     * those that have it. An API that makes objects of others makes them of a class that has nothing to do with theirs.
     */
    boolean isSiblings(Value value, List<FieldKey> path) {
        return !path.isEmpty()
                && value.settled() instanceof Value.Result made
                && made.call().isAllocation()
                && areSiblings(made.call().target().owner(), path.get(0).owner());
    }

    /**
     * Whether what a chain of fields holds is told apart when it is read from another field: chains end, those through objects that hold
     * objects of their kind earlier, since each round of them multiplies by all such fields.
     */
    boolean mayLead(FieldKey field, List<FieldKey> path) {
        if (path.size() < MOST_OF_ONE_TYPE) {
            return true;
        }
        Optional<JavaType> type = program.field(field).map(FieldHeader::type);
        return path.size() < Leaf.LONGEST_PATH
                && (type.isEmpty()
                        || path.stream()
                                        .filter(f -> program.field(f)
                                                .map(FieldHeader::type)
                                                .equals(type))
                                        .count()
                                < MOST_OF_ONE_TYPE);
    }

    private boolean areSiblings(String one, String other) {
        Set<String> above = program.supertypes(other);
        return !above.contains(one)
                && !program.isSubtype(one, other)
                && program.supertypes(one).stream().anyMatch(t -> above.contains(t) && program.isProject(t));
    }

    /** Assignments in code that handlers reach, constructors included. */
    public List<Write> reached(FieldKey field) {
        return reached.getOrDefault(field, List.of());
    }

    /** All assignments: those that handlers reach, and those of initializers, which are explored when first asked for. */
    public List<Write> writes(FieldKey field) {
        return all.get(field);
    }

    /** All assignments, without those of constructors that are explored for themselves, if code is known that calls them. */
    public List<Write> calledWrites(FieldKey field) {
        Set<MethodKey> called = new HashSet<>();
        writes(field).stream()
                .filter(w -> isCalled(w.visit()))
                .forEach(w -> called.add(w.visit().body().key()));
        return writes(field).stream()
                .filter(w ->
                        isCalled(w.visit()) || !called.contains(w.visit().body().key()))
                .toList();
    }

    private static boolean isCalled(Visit visit) {
        return !visit.incoming().isEmpty() && visit.isCalled();
    }

    private List<Write> findWrites(FieldKey field) {
        Set<Write> found = new LinkedHashSet<>(reached(field));
        if (program.isProject(field.owner())) {
            for (MethodKey initializer : KeptFunctions.initializers(program, field.owner())) {
                program.body(initializer)
                        .filter(b -> b.assigns(field))
                        .map(this::explore)
                        .ifPresent(v -> found.addAll(writes(field, v)));
            }
            constants(field.owner()).forEach(e -> found.addAll(writes(field, e.callee())));
            if (found.isEmpty()) {
                setters(field).forEach(e -> found.addAll(writes(field, e.callee())));
            }
        }
        return List.copyOf(found);
    }

    /** The calls of methods that assign the field, by initializers of its class: {@code new Mailer().with(new Queue())}. */
    private List<Edge> setters(FieldKey field) {
        Set<String> below = program.subtypes(field.owner());
        return Stream.concat(Stream.of(field.owner()), below.stream().limit(MOST_SUBTYPES))
                .flatMap(c -> KeptFunctions.initializers(program, c).stream())
                .flatMap(i -> program.body(i).stream())
                .filter(b -> b.calls().stream().anyMatch(c -> isSetter(c, field)))
                .map(this::explore)
                .flatMap(v -> List.copyOf(v.outgoing()).stream())
                .filter(e -> e.site() instanceof Site.Call c && isSetter(c, field))
                .toList();
    }

    private boolean isSetter(Site.Call call, FieldKey field) {
        return call.receiver().isPresent()
                && program.isSubtype(call.target().owner(), field.owner())
                && program.implementation(call.target())
                        .filter(b -> b.assigns(field))
                        .isPresent();
    }

    private static List<Write> writes(FieldKey field, Visit visit) {
        return visit.body()
                .writes(field)
                .filter(w -> !InitialValues.isReplaced(w, visit.body()))
                .map(w -> new Write(w, visit))
                .toList();
    }

    /** Whether a call gives constants of an enum of the project, all or one by its name; class files have code of the compiler for it. */
    boolean givesConstants(Site.Call call) {
        return call.receiver().isEmpty()
                && OF_ENUM.contains(call.target().name() + parameters(call.target()))
                && program.isProject(call.target().owner())
                && program.type(call.target().owner())
                        .filter(t -> t.kind() == ClassKind.ENUM)
                        .isPresent();
    }

    private static String parameters(MethodKey method) {
        return method.descriptor().substring(0, method.descriptor().indexOf(')') + 1);
    }

    /** The constants that a call gives, if it is asked for a part of them. */
    List<FieldKey> chosen(Site.Call call, List<FieldKey> path) {
        if (path.isEmpty() || path.equals(Extent.OF) || !givesConstants(call)) {
            return List.of();
        }
        return program.type(call.target().owner()).orElseThrow().fields().stream()
                .filter(f -> f.isStatic()
                        && f.type() instanceof ClassType own
                        && own.name().equals(f.owner()))
                .map(f -> new FieldKey(f.owner(), f.name()))
                .toList();
    }

    /** The calls of constructors that make the constants of an enum. */
    private List<Edge> constants(String owner) {
        return program.type(owner).filter(t -> t.kind() == ClassKind.ENUM).stream()
                .flatMap(t -> program.body(new MethodKey(owner, MethodKey.STATIC_INITIALIZER, "()V")).stream())
                .map(this::explore)
                .flatMap(v -> v.outgoing().stream())
                .filter(e -> e.callee().body().key().isConstructor())
                .toList();
    }

    /** With the constructors that hand their arguments on: those of the same class, and of classes below. */
    public Visit explore(Body initializer) {
        Visit visit = explorer.explore(initializer, Region.INITIALIZATION, Optional.empty());
        if (initializer.key().arity() > 0 && delegated.add(initializer.key())) {
            String owner = initializer.key().owner();
            Stream.concat(Stream.of(owner), program.subtypes(owner).stream())
                    .flatMap(c -> KeptFunctions.initializers(program, c).stream())
                    .flatMap(c -> program.body(c).stream())
                    .filter(c -> c.sites(Site.Call.class).anyMatch(s -> isDelegation(s, initializer.key())))
                    .forEach(this::explore);
        }
        return visit;
    }

    private static boolean isDelegation(Site.Call call, MethodKey constructor) {
        return call.dispatch() == Dispatch.SPECIAL && call.target().equals(constructor);
    }
}
