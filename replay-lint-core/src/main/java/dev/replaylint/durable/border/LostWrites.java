package dev.replaylint.durable.border;

import dev.replaylint.durable.border.LostWrite.Reading;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.StateChanges.Change;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.settings.Skips;
import dev.replaylint.durable.value.Capture;
import dev.replaylint.durable.value.Captures;
import dev.replaylint.durable.value.HandedOn;
import dev.replaylint.durable.value.LazyFields;
import dev.replaylint.durable.value.Restorations;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what functions of operations change outside themselves: replay takes the stored result and does not change it again. */
public final class LostWrites {

    private final Program program;
    private final Origins identities;
    private final Origins objects;
    private final StateChanges changes;
    private final Restorations restorations;
    private final Preloads preloads;
    private final LaterReads reads;
    private final Lazy<LaterReads> counted;
    private final Skips skips;
    private final Set<Body> replayed = new HashSet<>();
    private final Map<List<Object>, LostWrite> found = new LinkedHashMap<>();

    /** {@code counted} leaves out what {@code reads} tells of that only tells people something. */
    public LostWrites(
            Program program,
            Origins identities,
            Origins objects,
            StateChanges changes,
            Restorations restorations,
            Preloads preloads,
            LaterReads reads,
            Lazy<LaterReads> counted,
            Skips skips) {
        this.program = program;
        this.identities = identities;
        this.objects = objects;
        this.changes = changes;
        this.restorations = restorations;
        this.preloads = preloads;
        this.reads = reads;
        this.counted = counted;
        this.skips = skips;
    }

    public List<LostWrite> find(List<Visit> visits, List<ApiUse> uses) {
        visits.stream().filter(v -> v.region() == Region.REPLAYED).forEach(v -> replayed.add(v.body()));
        uses.stream()
                .filter(u -> u.site() instanceof Site.FunctionCreation)
                .forEach(u -> changes.by(u).ifPresent(c -> ofChange(c, new Place(u.site(), u.visit()))));
        for (Visit visit : visits) {
            Lazy<Boolean> inside = new Lazy<>(() -> Operation.isAround(visit));
            if (visit.region() != Region.INITIALIZATION) {
                for (Site site : visit.body().sites()) {
                    changes.at(site).filter(c -> inside.get()).ifPresent(c -> ofChange(c, new Place(site, visit)));
                    changes.moves(site).filter(c -> inside.get()).ifPresent(c -> ofMove(c, new Place(site, visit)));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private void ofChange(Change change, Place place) {
        if (restorations.covers(place) || preloads.isLoaded(place)) {
            return;
        }
        if (change.target().isEmpty()) {
            around(place).forEach(c -> ofField(c, change, change.field().orElseThrow()));
            return;
        }
        Value target = change.target().get();
        Captures.of(target, place, program, identities, skips::isSkipped)
                .captured()
                .forEach(c -> ofCapture(c, change));
        staticField(target, place.visit()).ifPresent(f -> around(place).forEach(c -> ofField(c, change, f)));
    }

    /** What replayed code made, and asks again afterwards: on replay it stands where it stood before. */
    private void ofMove(Change move, Place place) {
        for (Capture given : Captures.of(move.target().orElseThrow(), place, program, objects, skips::isSkipped)
                .captured()) {
            Capture capture = given.inner();
            Edge.Bound root = capture.outside().orElseThrow();
            boolean made = capture.path().isEmpty()
                    && root.visit().region() == Region.REPLAYED
                    && root.value() instanceof Value.Result result
                    && !changes.isMadeByChance(result.call());
            if (made) {
                add(capture, move, r -> r.isUsedAfter(capture, root), false);
            }
        }
    }

    private Set<Capture> around(Place place) {
        return Captures.around(place, program, identities, skips::isSkipped).captured();
    }

    private Optional<FieldKey> staticField(Value target, Visit visit) {
        return identities.leaves(target, visit).stream()
                .filter(l -> l instanceof Leaf.Field f && f.read().receiver().isEmpty())
                .map(l -> ((Leaf.Field) l).read().field())
                .findFirst();
    }

    private void ofCapture(Capture given, Change change) {
        Capture capture = given.inner();
        List<FieldKey> inside = stated(given.path());
        List<FieldKey> path = new ArrayList<>(stated(capture.path()));
        change.field().ifPresent(path::add);
        Edge.Bound root = capture.outside().orElseThrow();
        if (isContextOf(root)) {
            return;
        }
        Optional<FieldKey> last = path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
        boolean ofObject = root.value() instanceof Value.This || root.value() instanceof Value.FieldValue;
        if (ofObject && last.isPresent()) {
            ofField(capture, change, last.get());
        } else if (root.value() instanceof Value.Parameter) {
            Set<Optional<FieldKey>> fields = HandedOn.fields(root.value(), root.visit());
            fields.forEach(f -> f.ifPresent(holder -> ofField(capture, change, last.orElse(holder))));
            if (fields.contains(Optional.empty())) {
                ofRoot(capture, change, last, root, inside.isEmpty());
            }
        } else {
            ofRoot(capture, change, last, root, inside.isEmpty());
        }
    }

    /** A local class keeps variables in fields of its own, which are no state of its objects. */
    private static List<FieldKey> stated(List<FieldKey> path) {
        return path.stream().filter(f -> !f.isCapturedVariable()).toList();
    }

    /** State of an object that lives on in a field: it matters once replayed code reads it. */
    private void ofField(Capture capture, Change change, FieldKey field) {
        boolean direct = capture.below().isEmpty() || change.field().isPresent();
        add(
                capture,
                change,
                r -> r.isReadInReplayedCode(field, capture)
                        // Repositories that keep their objects in memory are stand-ins for others.
                        || direct && r.isReadByOtherOperations(field, capture),
                false);
    }

    private void ofRoot(Capture capture, Change change, Optional<FieldKey> field, Edge.Bound root, boolean whole) {
        if (capture.path().isEmpty() && reads.isRenewedBefore(capture, root, change.field())) {
            return;
        }
        // Objects from elsewhere keep caches and counts of their own.
        boolean direct = capture.below().isEmpty() || isMadeHere(root) && !isCache(change);
        boolean plain = whole
                && !isKeptToFunctions(capture, root)
                && !isFunctionItself(capture, root)
                && !isMadeOnFirstUse(capture)
                && !new GivenBack(reads, this::isRoot).test(capture, root)
                && (change.field().isEmpty() || sets(change));
        add(
                capture,
                change,
                r -> r.isUsedAfter(capture, root)
                        && (field.isEmpty()
                                || r.isReadOrHandedOn(field.get(), capture, root)
                                || (direct && r.isReadByOthers(field.get(), capture))
                                || (isInput(root) && r.isReadByOtherOperations(field.get(), capture))),
                plain);
    }

    /** What was made with the handler outlives the operation; if no replayed code runs the function, operations keep it to themselves. */
    private boolean isKeptToFunctions(Capture capture, Edge.Bound root) {
        return root.visit().region() == Region.INITIALIZATION
                && !replayed.contains(capture.changed().visit().body());
    }

    private boolean isRoot(Value value, Place place, Edge.Bound root) {
        return Captures.of(value, place, program, objects, skips::isSkipped).captured().stream()
                .anyMatch(c -> c.path().isEmpty() && c.outside().equals(Optional.of(root)));
    }

    private static boolean isMadeOnFirstUse(Capture capture) {
        Place change = capture.changed();
        return LazyFields.isForEmpty(change.site(), change.visit().body());
    }

    private static boolean isMadeHere(Edge.Bound root) {
        return root.value() instanceof Value.Result made
                && made.call().isAllocation()
                && root.visit().region() == Region.REPLAYED;
    }

    /** Data of an event, which is read anew for each invocation. */
    private static boolean isInput(Edge.Bound root) {
        return root.value() instanceof Value.Parameter && root.visit().entry().isPresent();
    }

    private static boolean isCache(Change change) {
        return change.api().filter(a -> a.name().equals(StateChanges.ON_DEMAND)).isPresent();
    }

    /** A setter or an assignment, rather than an object's own bookkeeping. */
    private static boolean sets(Change change) {
        return change.stored().stream()
                .noneMatch(v -> v instanceof Value.Derived
                        || v instanceof Value.Result r && r.call().isAllocation());
    }

    private static boolean isContextOf(Edge.Bound root) {
        return root.value() instanceof Value.Parameter p
                && p.index() < root.visit().body().shape().parameterTypes().size()
                && DurableSdk.isContextParameter(
                        root.visit().body().shape().parameterTypes().get(p.index()));
    }

    /** An object that was made to be the function keeps its scratch state to itself. */
    private static boolean isFunctionItself(Capture capture, Edge.Bound root) {
        return capture.operation().call().arguments().contains(root.value());
    }

    /** Tells of a change that is read, or {@code plain} even if nobody reads it. */
    private void add(Capture capture, Change change, Predicate<LaterReads> isRead, boolean plain) {
        Reading reading =
                !isRead.test(reads) ? Reading.NOBODY : isRead.test(counted.get()) ? Reading.CODE : Reading.LOG;
        if (plain || reading != Reading.NOBODY) {
            LostWrite write = new LostWrite(
                    capture.operation(), capture.inside(), capture.below(), change.subject(), change.event(), reading);
            found.merge(object(capture, change), write, (a, b) -> b.reading().compareTo(a.reading()) < 0 ? b : a);
        }
    }

    /** What is changed at a place, in however many ways; of the code's own object and of classes, each field. */
    private static List<Object> object(Capture capture, Change change) {
        boolean own = capture.outside()
                .filter(o -> !(o.value() instanceof Value.This))
                .isEmpty();
        return List.of(
                capture.operation(),
                capture.inside(),
                capture.outside(),
                capture.path().stream().limit(1).toList(),
                own ? change.subject() : "");
    }
}
