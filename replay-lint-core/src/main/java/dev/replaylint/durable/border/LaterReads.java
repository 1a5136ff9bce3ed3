package dev.replaylint.durable.border;

import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sink.Telling;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.Capture;
import dev.replaylint.durable.value.Captures;
import dev.replaylint.durable.value.DefiniteAssignment;
import dev.replaylint.durable.value.HandedOn;
import dev.replaylint.durable.value.ReadParts;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether replayed code reads, after an operation, what the operation's function may have changed; or, with something that tells what is
 * only told, whether more comes of it than lines of a log.
 */
public final class LaterReads {

    private final StateChanges changes;
    private final Collection<Visit> visits;
    private final BodyReads reads;
    private final HandedOn handed;
    private final DefiniteAssignment assignment;
    private final PresenceTests presence;
    private final Predicate<Place> onDemand;
    private final BiPredicate<Site, Visit> starting;
    private final Optional<Telling> telling;
    private final Map<FieldKey, List<Place>> fieldReads = new HashMap<>();
    private final Set<FieldKey> assigned = new HashSet<>();
    private final Map<FieldKey, List<Place>> readers = new HashMap<>();
    private final Memo<Visit, Set<Visit>> starts = new Memo<>(Visit::starts);
    private final Starts runs = new Starts();
    private final Memo<Visit, Set<Site>> around = new Memo<>(Operation::startsAround);
    private final Lazy<Map<FieldKey, Set<Visit>>> changers = new Lazy<>(this::findChangers);

    public LaterReads(
            StateChanges changes,
            DefiniteAssignment assignment,
            Predicate<Place> onDemand,
            BiPredicate<Site, Visit> starting,
            Collection<Visit> visits,
            Optional<Telling> telling) {
        this.onDemand = onDemand;
        this.starting = starting;
        this.presence = new PresenceTests(visits, starting);
        this.assignment = assignment;
        this.telling = telling;
        this.changes = changes;
        this.visits = visits;
        this.reads = new BodyReads(changes);
        this.handed = new HandedOn(changes, visits);
        for (Visit visit : visits) {
            if (visit.region() != Region.INITIALIZATION) {
                visit.body().sites(Site.FieldWrite.class).forEach(w -> assigned.add(w.field()));
                visit.body()
                        .sites(Site.FieldRead.class)
                        .forEach(r -> fieldReads
                                .computeIfAbsent(r.field(), f -> new ArrayList<>())
                                .add(new Place(r, visit)));
            }
        }
    }

    /** Reads of the field after which something uses what it holds, and what uses it where it is handed to. */
    private List<Place> readers(FieldKey field) {
        return readers.computeIfAbsent(
                field,
                f -> fieldReads.getOrDefault(f, List.of()).stream()
                        .filter(p -> reads.anywhere(p.visit().body(), (Site.FieldRead) p.site()))
                        .filter(p -> !Answers.gave(((Site.FieldRead) p.site()).receiver(), p.visit()))
                        .filter(p -> !assignment.within(p.site(), f, p.visit()) || starts(p.visit()))
                        .filter(p ->
                                counts(new Value.FieldValue((Site.FieldRead) p.site()), p.visit(), Optional.empty()))
                        .flatMap(p -> assigned.contains(f)
                                ? Stream.of(p)
                                : users(new Value.FieldValue((Site.FieldRead) p.site()), p))
                        .toList());
    }

    /** Where the object is used that a field always holds. */
    private Stream<Place> users(Value object, Place read) {
        return handed.uses(object, read.visit()).stream()
                .map(u -> u.visit() == read.visit() ? read : u)
                .distinct();
    }

    private boolean starts(Visit visit) {
        return visit.body().sites().stream().anyMatch(s -> starting.test(s, visit));
    }

    private boolean counts(Value value, Visit visit, Optional<MethodKey> except) {
        return telling.filter(t -> t.only(value, visit, except)).isEmpty();
    }

    private boolean counts(Edge.Bound root, Capture capture) {
        return counts(
                root.value(),
                root.visit(),
                Optional.of(capture.function().body().key()));
    }

    /** Whether replayed code of the same handler reads the field, but where it makes the same change if it has to. */
    boolean isReadInReplayedCode(FieldKey field, Capture capture) {
        Set<Visit> handlers = starts.get(capture.operation().visit());
        Optional<Body> filling = Optional.of(capture.changed())
                .filter(onDemand)
                .map(c -> c.visit().body());
        Stream<Place> deciding = fieldReads.getOrDefault(field, List.of()).stream()
                .filter(r -> presence.decide(r.site(), r.visit(), capture.operation()));
        return Stream.concat(deciding, readers(field).stream())
                .filter(r -> r.visit().region() == Region.REPLAYED && !readsOwn(r, field, capture.operation()))
                .filter(r -> filling.filter(f -> isFilledBefore(r, f)).isEmpty())
                .anyMatch(r -> !Collections.disjoint(starts.get(r.visit()), handlers));
    }

    /** Whether code that fills what is missing is around a read, or called on all ways to it. */
    private static boolean isFilledBefore(Place read, Body filling) {
        Visit visit = read.visit();
        Walk unfilled =
                Walk.until(s -> visit.calls(s).stream().anyMatch(e -> e.callee().body() == filling));
        return visit.body() == filling
                || !visit.body().flow().fromStart(unfilled).contains(read.site());
    }

    /** Whether the operation's function itself has set, whenever it runs, what it reads. */
    private boolean readsOwn(Place read, FieldKey field, Operation operation) {
        return around.get(read.visit()).contains(operation.call())
                && assignment.beforeInside(operation, read.site(), field, read.visit());
    }

    /** Whether the function of another operation of the same handler reads the field, and relies on what the first one made of it. */
    boolean isReadByOtherOperations(FieldKey field, Capture capture) {
        Set<Visit> changing = changers.get().getOrDefault(field, Set.of());
        // Setters of the input run before.
        if (changing.stream()
                .anyMatch(v -> v.region() == Region.REPLAYED
                        && !(v.incoming().isEmpty() && v.entry().isEmpty()))) {
            return false;
        }
        Set<Visit> handlers = starts.get(capture.operation().visit());
        Set<Place> own = changing.stream().flatMap(v -> runs.of(v).stream()).collect(Collectors.toSet());
        return readers(field).stream()
                .map(Place::visit)
                .filter(v -> v.region() == Region.CHECKPOINTED && !Collections.disjoint(starts.get(v), handlers))
                .flatMap(v -> runs.of(v).stream())
                .anyMatch(r -> !own.contains(r) && !runs.precede(r, capture));
    }

    /** Where the field is assigned, or what it holds is changed. */
    private Map<FieldKey, Set<Visit>> findChangers() {
        Map<FieldKey, Set<Visit>> found = new HashMap<>();
        for (Visit visit : visits) {
            if (visit.region() != Region.INITIALIZATION) {
                for (Site site : visit.body().sites()) {
                    changes.at(site)
                            .ifPresent(c -> HandedOn.changed(c, visit)
                                    .forEach(f -> found.computeIfAbsent(f, k -> new HashSet<>())
                                            .add(visit)));
                }
            }
        }
        return found;
    }

    /** Whether code that runs at another time than the function reads the field. */
    boolean isReadByOthers(FieldKey field, Capture capture) {
        Site.Call operation = capture.operation().call();
        Set<Place> own = runs.of(capture.changed().visit());
        return readers(field).stream()
                .map(Place::visit)
                .anyMatch(v ->
                        Operation.around(v).filter(o -> o.call() == operation).isEmpty()
                                || Collections.disjoint(runs.of(v), own));
    }

    /** Whether replayed code reads the field, or gives the whole object to somebody who might. */
    boolean isReadOrHandedOn(FieldKey field, Capture capture, Edge.Bound root) {
        return isReadInReplayedCode(field, capture)
                || counts(root, capture)
                        && start(capture, root).stream()
                                .flatMap(s -> root.visit().body().flow().after(s, Walk.ANYWHERE).stream())
                                .anyMatch(s -> handsOn(s, Parts.again(root.value(), root.visit())));
    }

    private static boolean handsOn(Site site, Set<Value> objects) {
        if (site instanceof Site.Return result) {
            return result.value().filter(objects::contains).isPresent();
        }
        return site instanceof Site.Call call && call.arguments().stream().anyMatch(objects::contains);
    }

    /** Whether anything after the operation uses the captured value for more than changing it. */
    boolean isUsedAfter(Capture capture, Edge.Bound root) {
        return isUsed(start(capture, root), root, capture, new HashSet<>());
    }

    /** The operation, or in another body than the operation's, where the function was made. */
    private static Optional<Site> start(Capture capture, Edge.Bound root) {
        if (capture.operation().visit() == root.visit()) {
            return Optional.of(capture.operation().call());
        }
        return root.visit()
                .body()
                .sites(Site.FunctionCreation.class)
                .filter(c -> c.bound().contains(root.value()))
                .findFirst()
                .map(Site.class::cast);
    }

    /** Whether on every way after the operation the object, or its field, gets other contents before anything uses it. */
    boolean isRenewedBefore(Capture capture, Edge.Bound root, Optional<FieldKey> field) {
        Predicate<Site> renews = s -> changes.renews(s, root.value(), field);
        Optional<Site> from = start(capture, root);
        Set<Site> passed = from.map(s -> root.visit().body().flow().after(s, Walk.until(renews)))
                .orElse(Set.of());
        return passed.stream().anyMatch(renews)
                && passed.stream()
                        .filter(renews.negate())
                        .noneMatch(s -> s instanceof Site.Return || uses(s, root, from.get(), capture));
    }

    private boolean isUsed(Optional<Site> start, Edge.Bound root, Capture capture, Set<Visit> seen) {
        if (start.isEmpty() || !seen.add(root.visit())) {
            return false;
        }
        Site from = start.get();
        Set<Site> after = root.visit().body().flow().after(from, Walk.ANYWHERE);
        boolean here = after.stream().anyMatch(s -> uses(s, root, from, capture))
                && (counts(root, capture)
                        || after.stream()
                                .filter(s -> s instanceof Site.FieldRead read
                                        && read.receiver().equals(Optional.of(root.value())))
                                .anyMatch(s -> presence.decide(s, root.visit(), capture.operation())));
        return here || isUsedByCallers(root, capture, seen);
    }

    /** What the body was given belongs to its callers, and they may read it when it has returned. */
    private boolean isUsedByCallers(Edge.Bound root, Capture capture, Set<Visit> seen) {
        if (!(root.value() instanceof Value.Parameter parameter)) {
            return false;
        }
        for (Edge edge : root.visit().incoming()) {
            boolean own = edge.how() == Edge.Kind.OPERATION && parameter.index() >= Captures.firstOwn(edge.callee());
            Optional<Edge.Bound> given =
                    own ? Optional.empty() : edge.argument(parameter.index()).filter(b -> b.visit() == edge.caller());
            if (given.isPresent() && isUsed(Optional.of(edge.site()), given.get(), capture, seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean uses(Site site, Edge.Bound root, Site from, Capture capture) {
        if (site instanceof Site.FunctionCreation creation) {
            boolean itself =
                    creation.implementation().equals(capture.function().body().key());
            return !itself && readsBound(creation, root);
        }
        return reads.uses(site, root.value(), from.context().conditions());
    }

    /** Whether the function does anything with what it captures but change it. */
    private boolean readsBound(Site.FunctionCreation creation, Edge.Bound root) {
        int at = creation.bound().indexOf(root.value());
        if (at < 0) {
            return creation.bound().stream().anyMatch(b -> BodyReads.mentions(b, root.value()));
        }
        Optional<Body> body = root.visit().run(creation).map(Visit::body);
        return body.map(b -> reads.anywhere(b, ReadParts.parameter(creation, at)))
                .orElse(true);
    }
}
