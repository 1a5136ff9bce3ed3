package dev.replaylint.durable.border;

import dev.replaylint.durable.border.Escape.Replay;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.StateChanges.Change;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.settings.Skips;
import dev.replaylint.durable.value.Capture;
import dev.replaylint.durable.value.Captures;
import dev.replaylint.durable.value.Restorations;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds functions with a context of their own that start operations on another one, or keep theirs beyond their end. */
public final class ContextEscapes {

    private final Program program;
    private final Origins identities;
    private final StateChanges changes;
    private final Restorations restorations;
    private final Skips skips;
    private final Map<List<Object>, Escape> found = new LinkedHashMap<>();
    private final Set<Keeping> keeping = new HashSet<>();

    public ContextEscapes(
            Program program, Origins identities, StateChanges changes, Restorations restorations, Skips skips) {
        this.program = program;
        this.identities = identities;
        this.changes = changes;
        this.restorations = restorations;
        this.skips = skips;
    }

    private record Keeping(Visit function, FieldKey field) {}

    public List<Escape> find(List<Visit> visits, List<Operation> operations) {
        visits.stream()
                .filter(v -> v.region() == Region.REPLAYED && Operation.isAround(v))
                .forEach(v -> v.body().sites().forEach(s -> changes.at(s).ifPresent(c -> ofStore(c, new Place(s, v)))));
        operations.stream()
                .filter(o -> o.visit().region() == Region.REPLAYED && o.kind() != OperationKind.BRANCH)
                .forEach(this::ofOperation);
        return List.copyOf(found.values());
    }

    private void ofOperation(Operation operation) {
        Place use = new Place(operation.call(), operation.visit());
        operation.call().receiver().ifPresent(context -> {
            captures(context, use).captured().stream()
                    .filter(c -> !isOwnKept(c))
                    .forEach(c -> add(c, Optional.of(operation)));
            Set<FieldKey> fields = staticFields(context, use.visit());
            if (!fields.isEmpty()) {
                around(use).stream()
                        .filter(c -> fields.stream().noneMatch(f -> keeping.contains(new Keeping(c.function(), f))))
                        .forEach(c -> add(c, Optional.of(operation)));
            }
        });
    }

    /** A field that the same function has put its own context into; that is reported where it does so. */
    private boolean isOwnKept(Capture capture) {
        return !capture.path().isEmpty()
                && keeping.contains(new Keeping(
                        capture.function(), capture.path().get(capture.path().size() - 1)));
    }

    private Set<FieldKey> staticFields(Value context, Visit visit) {
        return identities.leaves(context, visit).stream()
                .filter(l -> l instanceof Leaf.Field f && f.read().receiver().isEmpty())
                .map(l -> ((Leaf.Field) l).read().field())
                .collect(Collectors.toSet());
    }

    /** A function's own context that goes into something the function did not make. */
    private void ofStore(Change change, Place place) {
        Set<Visit> owners = change.stored().stream()
                .flatMap(v -> v instanceof Value.Function f ? f.creation().bound().stream() : Stream.of(v))
                .flatMap(v -> captures(v, place).owners().stream())
                .filter(o -> DurableSdk.isContextParameter(
                        o.function().body().shape().parameterTypes().get(o.parameter())))
                .map(Captures.Own::function)
                .collect(Collectors.toSet());
        if (!owners.isEmpty()) {
            outside(change, place).stream()
                    .filter(target -> owners.contains(target.function()))
                    .forEach(target -> kept(change, place, target));
        }
    }

    /** Functions that the change is in, of something outside them. */
    private Set<Capture> outside(Change change, Place place) {
        boolean isStatic = change.target()
                .filter(t -> staticFields(t, place.visit()).isEmpty())
                .isEmpty();
        return isStatic
                ? around(place)
                : captures(change.target().orElseThrow(), place).captured();
    }

    private void kept(Change change, Place place, Capture target) {
        change.holder().ifPresent(f -> keeping.add(new Keeping(target.function(), f)));
        if (!restorations.covers(place)) {
            add(target, Optional.empty());
        }
    }

    private Captures captures(Value value, Place use) {
        return Captures.of(value, use, program, identities, o -> o.kind().givesContext());
    }

    private Set<Capture> around(Place use) {
        return Captures.around(use, program, identities, o -> o.kind().givesContext())
                .captured();
    }

    /** Whatever a helper starts on a context that it is handed, it is one wrong context. */
    private void add(Capture capture, Optional<Operation> used) {
        found.putIfAbsent(
                List.of(capture.operation(), capture.inside(), capture.outside(), used.isPresent()),
                new Escape(capture.operation(), capture.inside(), capture.below(), used, replay(capture.operation())));
    }

    private Replay replay(Operation operation) {
        if (skips.isSkipped(operation)) {
            return Replay.SKIPPED;
        }
        boolean beside = operation.kind() == OperationKind.BRANCH
                || operation.call().target().name().endsWith(DurableSdk.ASYNC);
        return beside ? Replay.BESIDE : Replay.AGAIN;
    }
}
