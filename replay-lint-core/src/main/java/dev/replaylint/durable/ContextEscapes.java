package dev.replaylint.durable;

import dev.replaylint.durable.Escape.Replay;
import dev.replaylint.durable.StateChanges.Change;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds functions with a context of their own that start operations on another one, or keep theirs beyond their end. */
final class ContextEscapes {

    private final Program program;
    private final Origins identities;
    private final StateChanges changes;
    private final Skips skips;
    private final Set<Escape> found = new LinkedHashSet<>();
    private final Set<Keeping> keeping = new HashSet<>();

    ContextEscapes(Program program, Origins identities, StateChanges changes, Skips skips) {
        this.program = program;
        this.identities = identities;
        this.changes = changes;
        this.skips = skips;
    }

    private record Keeping(Visit function, FieldKey field) {}

    List<Escape> find(List<Visit> visits, List<Operation> operations) {
        visits.stream()
                .filter(v -> v.region() == Region.REPLAYED && Operation.isAround(v))
                .forEach(v -> v.body().sites().forEach(s -> changes.at(s).ifPresent(c -> ofStore(c, new Place(s, v)))));
        operations.stream()
                .filter(o -> o.visit().region() == Region.REPLAYED && o.kind() != OperationKind.BRANCH)
                .forEach(this::ofOperation);
        return List.copyOf(found);
    }

    private void ofOperation(Operation operation) {
        Place use = new Place(operation.call(), operation.visit());
        operation.call().receiver().ifPresent(context -> {
            captures(context, use).captured().stream()
                    .filter(c -> !isOwnKept(c))
                    .forEach(c -> add(c, Optional.of(operation)));
            if (isStatic(context, use.visit())) {
                around(use).forEach(c -> add(c, Optional.of(operation)));
            }
        });
    }

    /** A field that the same function has put its own context into; that is reported where it does so. */
    private boolean isOwnKept(Capture capture) {
        return !capture.path().isEmpty()
                && keeping.contains(new Keeping(
                        capture.function(), capture.path().get(capture.path().size() - 1)));
    }

    private boolean isStatic(Value context, Visit visit) {
        return identities.leaves(context, visit).stream()
                .anyMatch(l -> l instanceof Leaf.Field f && f.read().receiver().isEmpty());
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
            Set<Capture> targets =
                    change.target().map(t -> captures(t, place).captured()).orElseGet(() -> around(place));
            for (Capture target : targets) {
                if (owners.contains(target.function())) {
                    change.field().ifPresent(f -> keeping.add(new Keeping(target.function(), f)));
                    add(target, Optional.empty());
                }
            }
        }
    }

    private Captures captures(Value value, Place use) {
        return Captures.of(value, use, program, identities, o -> o.kind().givesContext());
    }

    private Set<Capture> around(Place use) {
        return Captures.around(use, program, identities, o -> o.kind().givesContext())
                .captured();
    }

    private void add(Capture capture, Optional<Operation> used) {
        found.add(
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
