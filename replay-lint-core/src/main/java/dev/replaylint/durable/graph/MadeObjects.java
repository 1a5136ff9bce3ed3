package dev.replaylint.durable.graph;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.TableContents;
import dev.replaylint.durable.flow.Tables;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which objects a value may be, by the allocations that made them (points-to sets): only where the code shows all of them. An object's
 * fields are what its own constructor assigns, and what any other code does.
 */
public final class MadeObjects {

    private static final int DEEPEST = 24;

    private final Program program;
    private final Effects effects;
    private final Fields fields;
    private final TableContents contents;

    public MadeObjects(Program program, Effects effects, Fields fields) {
        this.program = program;
        this.effects = effects;
        this.fields = fields;
        this.contents = new TableContents(new Tables(program), this::assigned);
    }

    /** The classes of all objects that a value may be; empty if there may be others. */
    public Optional<Set<String>> classes(Value value, Visit visit) {
        ObjectSearch search = new ObjectSearch(program, effects, this, contents);
        Set<Term> objects = search.all(value, Way.open(visit));
        if (search.isUnknown() || objects.isEmpty()) {
            return Optional.empty();
        }
        Set<String> classes = new LinkedHashSet<>();
        objects.forEach(o -> classes.add(type(o)));
        return Optional.of(classes);
    }

    /** Whether all objects that a value may be are made with the handler or a class, or are kept by it, and so outlive an invocation. */
    public boolean outliveInvocations(Value value, Visit visit, Predicate<FieldKey> keeps) {
        ObjectSearch search = new ObjectSearch(program, effects, this, contents);
        Set<Term> objects = search.all(value, Way.open(visit));
        return !search.isUnknown()
                && !objects.isEmpty()
                && objects.stream()
                        .allMatch(o ->
                                isHandler(o) || o.way().visit().region() == Region.INITIALIZATION || isKept(o, keeps));
    }

    private static boolean isKept(Term object, Predicate<FieldKey> keeps) {
        Visit maker = object.way().visit();
        return maker.body()
                        .sites(Site.FieldWrite.class)
                        .anyMatch(w -> w.value().settled().equals(object.value()) && keeps.test(w.field()))
                || maker.incoming().stream().anyMatch(e -> isPutOnDemand(e.site(), keeps));
    }

    /** {@code runs.computeIfAbsent(id, k -> new Run())}. */
    private static boolean isPutOnDemand(Site site, Predicate<FieldKey> keeps) {
        return site instanceof Site.Call call
                && call.target().name().equals(StateChanges.ON_DEMAND)
                && call.receiver()
                        .filter(r -> r.settled() instanceof Value.FieldValue map
                                && keeps.test(map.read().field()))
                        .isPresent();
    }

    private static boolean isHandler(Term object) {
        return object.value() instanceof Value.This
                && !object.way().visit().body().key().isConstructor();
    }

    /** What is assigned to the field of all objects that it may be read from; empty if there may be others. */
    List<Term> assigned(Site.FieldRead read, Way way) {
        if (read.receiver().isEmpty()) {
            return assigned(read.field());
        }
        ObjectSearch search = new ObjectSearch(program, effects, this, contents);
        List<Term> found = new ArrayList<>();
        search.all(read.receiver().get(), way).forEach(o -> found.addAll(assigned(read.field(), o)));
        return search.isUnknown() ? List.of() : found;
    }

    /** An object that a reference to a constructor makes is {@code this} there. */
    static String type(Term object) {
        MethodKey maker = object.way().visit().body().key();
        if (object.value() instanceof Value.Result made) {
            return made.call().target().owner();
        }
        return maker.isConstructor()
                ? maker.owner()
                : object.way().visit().entry().orElseThrow().method().owner();
    }

    /** What is assigned to the field of an object: by its own constructor, and by other code to whichever object. */
    List<Term> assigned(FieldKey field, Term owner) {
        boolean here = owner.way().visit().body().key().isConstructor();
        if (!(owner.value() instanceof Value.Result) && !here) {
            return assigned(field);
        }
        List<Term> found = new ArrayList<>(ofAny(fields.reached(field).stream()
                .filter(w -> !w.visit().body().key().isConstructor())
                .toList()));
        if (owner.value() instanceof Value.Result made) {
            Way maker = made(owner);
            maker.visit().calls(made.call()).forEach(e -> constructed(field, maker.into(e), found));
            Parts.again(made, maker.visit()).forEach(o -> set(field, o, maker, found));
        } else {
            constructed(field, owner.way(), found);
        }
        return found;
    }

    /** The way to where an object is made; what only was looked into so far is gone through first. */
    private Way made(Term object) {
        Visit visit = object.way().visit();
        boolean lookedInto = visit.region() == Region.INITIALIZATION
                && object.way().via().isEmpty()
                && visit.outgoing().isEmpty();
        return lookedInto ? Way.open(fields.explore(visit.body())) : object.way();
    }

    /** What is assigned to a field of whichever object, or of none. */
    List<Term> assigned(FieldKey field) {
        return ofAny(fields.calledWrites(field));
    }

    private static List<Term> ofAny(List<Fields.Write> writes) {
        return writes.stream()
                .map(w -> new Term(w.site().value(), Way.open(w.visit())))
                .toList();
    }

    /** What methods assign that the maker of an object calls on it: {@code new Mailer().with(new Queue())}. */
    private static void set(FieldKey field, Value object, Way maker, List<Term> found) {
        Parts.users(object, maker.visit().body())
                .filter(c ->
                        !c.isAllocation() && c.receiver().filter(object::equals).isPresent())
                .flatMap(c -> List.copyOf(maker.visit().calls(c)).stream())
                .filter(e -> e.caller().region() == Region.INITIALIZATION)
                .forEach(e -> assigned(field, maker.into(e), found));
    }

    private static void assigned(FieldKey field, Way way, List<Term> found) {
        way.visit().body().writes(field).forEach(w -> found.add(new Term(w.value(), way)));
    }

    private static void constructed(FieldKey field, Way constructor, List<Term> found) {
        assigned(field, constructor, found);
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
