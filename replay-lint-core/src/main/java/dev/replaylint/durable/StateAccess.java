package dev.replaylint.durable;

import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.graph.MadeObjects;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sink.ColdStarts;
import dev.replaylint.durable.value.DefiniteAssignment;
import dev.replaylint.durable.value.HandedOn;
import dev.replaylint.durable.value.KeyedCaches;
import dev.replaylint.durable.value.LazyFields;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.durable.value.Restorations;
import dev.replaylint.durable.value.Slots;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.ClassHeader.ClassKind;
import dev.replaylint.program.type.FieldHeader;
import dev.replaylint.program.type.JavaType.ArrayType;
import dev.replaylint.program.type.JavaType.ClassType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** State that outlives an invocation: static fields and fields of handlers that code reached from handlers changes. */
public final class StateAccess {

    private static final Set<Reached.Way> MATTERING =
            Set.of(Reached.Way.NAME, Reached.Way.DECISION, Reached.Way.STRATEGY);

    private final Program program;
    private final ReplayModel model;
    private final MadeObjects objects;
    private final BiPredicate<Site, Visit> operations;
    private final Effects effects;
    private final Fields fields;
    private final LazyFields lazy;
    private final DefiniteAssignment assignment;
    private final ColdStarts coldStarts;
    private final KeyedCaches caches;
    private final HandedOn handed;
    private final ContentChanges contents;
    private final Map<FieldKey, Optional<FieldHeader>> headers = new HashMap<>();

    StateAccess(Program program, Effects effects, Fields fields, Origins values, ReplayModel model) {
        this.program = program;
        this.model = model;
        this.objects = new MadeObjects(program, effects, fields);
        this.effects = effects;
        this.fields = fields;
        this.operations = (s, v) -> model.operationInside(s, v).isPresent();
        this.lazy = new LazyFields(fields, values, effects, operations);
        this.caches = new KeyedCaches(values, effects, operations);
        this.coldStarts = new ColdStarts(effects);
        List<Visit> visits = Stream.of(Region.REPLAYED, Region.CHECKPOINTED)
                .flatMap(r -> model.visits(r).stream())
                .toList();
        this.handed = new HandedOn(new StateChanges(effects), visits);
        this.contents = new ContentChanges(effects, caches, lazy, new Restorations(effects, operations), visits);
        this.assignment = new DefiniteAssignment(program, effects, (handler, field) -> isChangedBy(handler, field));
    }

    /** Whether what the read gives depends on earlier invocations in the same sandbox. */
    public boolean isShared(Site.FieldRead read, Visit visit) {
        Optional<FieldHeader> header = header(read.field());
        boolean own = header.filter(FieldHeader::isStatic).isPresent() || isHandlerField(read) || isOfConstant(read);
        if (header.isEmpty() || onlyUpdates(read, visit) || !own && !isOfCollaborator(read, visit)) {
            return false;
        }
        boolean mutable = isMutable(header.get()) || isThreadLocal(header.get()) || isSlot(read, header.get(), visit);
        boolean changedInside = mutable && isChanged(read, visit) && !isOfFunctions(read, visit);
        boolean same = !changedInside && lazy.isLazy(read.field()) && !lazy.decidesOperations(read, visit);
        boolean fixed = header.get().isFinal() || same;
        boolean assigned = !fixed && isWritten(read.field());
        return (changedInside || assigned)
                && !assignment.before(read, read.field(), visit)
                && !coldStarts.isMark(read, visit)
                && !coldStarts.isEmptied(read, visit.body());
    }

    /** Whether a change gives a field, or a map in it, what whoever asks for it would put there, too, if it were missing. */
    boolean isOnDemand(Place change) {
        return change.site() instanceof Site.Call call
                ? caches.isFilledBy(call, change.visit())
                        || call.receiver()
                                .map(Value::settled)
                                .filter(r -> r instanceof Value.FieldValue f
                                        && lazy.isFilledBy(call, f.read().field(), change.visit()))
                                .isPresent()
                : LazyFields.isForEmpty(change.site(), change.visit().body());
    }

    private boolean isChanged(Site.FieldRead read, Visit visit) {
        return !contents.of(read.field()).isEmpty()
                || contents.isCache(read.field()) && !caches.onlyLooksUp(read, visit);
    }

    /** Whether what the read gives is only handed to functions of operations, which alone change it: it is their own matter. */
    private boolean isOfFunctions(Site.FieldRead read, Visit visit) {
        return Stream.concat(
                        contents.of(read.field()).stream(), handed.uses(new Value.FieldValue(read), visit).stream())
                .allMatch(p -> p.visit().region() == Region.CHECKPOINTED);
    }

    /** Whether the value goes into the next value of the same field, or is changed, and nothing else. */
    private boolean onlyUpdates(Site.FieldRead read, Visit visit) {
        boolean updates = visit.body().writes(read.field()).anyMatch(w -> ValueUses.mentions(w.value(), read));
        Predicate<Site> only = s -> s instanceof Site.Call c && changesOnly(c, read) && !operations.test(c, visit);
        boolean changes = visit.body().sites(Site.Call.class).anyMatch(only);
        return (updates || changes) && !ValueUses.elsewhere(read, visit.body(), only);
    }

    /** A call that changes what the field holds and whose result nobody reads, as in {@code LOG.add(line)}. */
    private boolean changesOnly(Site.Call call, Site.FieldRead read) {
        boolean onIt = call.receiver().filter(r -> ValueUses.mentions(r, read)).isPresent();
        return onIt
                && !call.resultUsed()
                && effects.flow(call.target())
                        .filter(e -> e.fact() == Flow.MUTATES)
                        .isPresent();
    }

    /** State of an object that the handler or a class keeps: caches in there are mostly harmless, unless they decide or name something. */
    private boolean isOfCollaborator(Site.FieldRead read, Visit visit) {
        boolean matters =
                model.reach(read).filter(r -> MATTERING.contains(r.how())).isPresent();
        return matters
                && !lazy.isLazy(read.field())
                && outlivesInvocations(read, visit)
                && changes(read.field()).anyMatch(c -> outlivesInvocations((Site.FieldAccess) c.site(), c.visit()));
    }

    private boolean outlivesInvocations(Site.FieldAccess access, Visit visit) {
        return access.receiver()
                .filter(r -> objects.outliveInvocations(r, visit, this::keepsFirst))
                .isPresent();
    }

    /** Whether code only runs once in a sandbox, for a field that keeps what comes of it. */
    public boolean isOnce(Site site, Visit visit) {
        return lazy.isForOne(site, visit, this::stays);
    }

    /** Whether a field keeps the first object that an invocation makes for it, {@code if (run == null) run = new Run()}, or for a key. */
    private boolean keepsFirst(FieldKey field) {
        return stays(field) && (lazy.isLazy(field) || !contents.isGiven(field) && !isWritten(field));
    }

    private boolean stays(FieldKey field) {
        return program.isSubtype(field.owner(), DurableSdk.HANDLER)
                || header(field).filter(FieldHeader::isStatic).isPresent();
    }

    /** Where handlers assign the field, or change what it holds. */
    private Stream<Place> changes(FieldKey field) {
        return Stream.concat(contents.of(field).stream(), writes(field).map(w -> new Place(w.site(), w.visit())));
    }

    /** The constants of an enum live as long as static fields do. */
    private boolean isOfConstant(Site.FieldRead read) {
        return program.type(read.field().owner())
                .filter(t -> t.kind() == ClassKind.ENUM)
                .isPresent();
    }

    /** Whether a handler may change the field: not by methods of another one, of which it is no subclass. */
    private boolean isChangedBy(String handler, FieldKey field) {
        return changes(field).map(Place::visit).anyMatch(v -> {
            String owner = v.body().key().owner();
            boolean ofHandler = v.body().shape().instance() && program.isSubtype(owner, DurableSdk.HANDLER);
            return !ofHandler || program.isSubtype(handler, owner);
        });
    }

    private boolean isHandlerField(Site.FieldRead read) {
        return read.receiver().isPresent() && program.isSubtype(read.field().owner(), DurableSdk.HANDLER);
    }

    private Optional<FieldHeader> header(FieldKey field) {
        return headers.computeIfAbsent(field, f -> program.isProject(f.owner()) ? program.field(f) : Optional.empty());
    }

    private boolean isMutable(FieldHeader field) {
        return field.type() instanceof ClassType type && effects.isMutable(type.name());
    }

    /** Whether an array is one that keeps a counter or a mark; what calls are given, they may fill anew. */
    private boolean isSlot(Site.FieldRead read, FieldHeader field, Visit visit) {
        return field.type() instanceof ArrayType
                && !contents.isGiven(read.field())
                && !Slots.onlyChanges(read, visit.body());
    }

    private boolean isThreadLocal(FieldHeader field) {
        return field.type() instanceof ClassType type && effects.isThreadLocal(type.name());
    }

    /** Whether code that handlers reach assigns the field; constructors of handlers run before. */
    private boolean isWritten(FieldKey field) {
        return writes(field).findAny().isPresent();
    }

    private Stream<Fields.Write> writes(FieldKey field) {
        return fields.reached(field).stream()
                .filter(w -> w.visit().region() != Region.INITIALIZATION
                        && !contents.isTakenBack(new Place(w.site(), w.visit())));
    }
}
