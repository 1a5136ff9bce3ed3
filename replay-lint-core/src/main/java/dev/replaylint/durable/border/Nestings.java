package dev.replaylint.durable.border;

import dev.replaylint.durable.border.Nesting.Kind;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds operations in checkpointed code, where the SDK counts them and replay does not. */
public final class Nestings {

    /** Helpers that give what helpers give. */
    private static final int DEEPEST = 8;

    private final Program program;
    private final Preloads preloads;
    private final List<Nesting> found = new ArrayList<>();

    public Nestings(Program program, Preloads preloads) {
        this.program = program;
        this.preloads = preloads;
    }

    public List<Nesting> find(List<Visit> visits, List<ApiUse> uses) {
        visits.stream().filter(v -> v.region() == Region.CHECKPOINTED).forEach(this::ofVisit);
        uses.forEach(this::ofContext);
        uses.stream().filter(u -> u.site() instanceof Site.FunctionCreation).forEach(this::ofReference);
        return found;
    }

    private void ofVisit(Visit visit) {
        Operation.around(visit)
                .filter(around -> around.visit().region() != Region.CHECKPOINTED)
                .ifPresent(around ->
                        visit.body().sites(Site.Call.class).forEach(call -> ofCall(call, visit, around.label())));
    }

    private static String label(Optional<Operation> around) {
        return around.map(Operation::label).orElse("the handler");
    }

    private void ofCall(Site.Call call, Visit visit, String around) {
        Place place = new Place(call, visit);
        Optional<OperationKind> kind = DurableSdk.operation(call.target(), program);
        if (kind.isPresent()) {
            boolean ownBranch = kind.get() == OperationKind.BRANCH && isStartedHere(call.receiver(), visit);
            boolean awaited = DurableSdk.suspends(call.target(), program);
            if (!ownBranch && !preloads.isLoaded(place)) {
                Operation operation = new Operation(kind.get(), call, visit);
                found.add(new Nesting(awaited ? Kind.AWAITED : Kind.STARTED, place, operation.label(), around));
            }
        } else if (DurableSdk.suspends(call.target(), program)
                && !isJoinOfOwn(call, visit)
                && !preloads.isLoaded(place)) {
            found.add(new Nesting(Kind.JOINED, place, name(call.target()), around));
        }
    }

    /** A reference to a join, applied to futures in checkpointed code that starts none itself. */
    private void ofReference(ApiUse use) {
        Optional<Operation> around =
                Operation.around(use.visit()).filter(o -> o.visit().region() != Region.CHECKPOINTED);
        boolean joins = use.region() == Region.CHECKPOINTED
                && DurableSdk.suspends(use.api(), program)
                && DurableSdk.operation(use.api(), program).isEmpty();
        if (joins
                && around.isPresent()
                && !isStartedHere(use.receiver(), use.visit())
                && !starts(use.visit(), new HashSet<>())) {
            Place place = new Place(receiverOf(use), use.visit());
            found.add(new Nesting(
                    Kind.JOINED, place, name(use.api()), around.get().label()));
        }
    }

    /** The call that is given the reference, where one is in the same body; it tells the line in class files, too. */
    private static Site receiverOf(ApiUse use) {
        return use.visit()
                .body()
                .sites(Site.Call.class)
                .filter(c -> c.arguments().stream()
                        .anyMatch(a -> a instanceof Value.Function f && f.creation() == use.site()))
                .map(Site.class::cast)
                .findFirst()
                .orElse(use.site());
    }

    /** Whether the body, or anything it runs, starts operations. */
    private boolean starts(Visit visit, Set<Visit> seen) {
        return seen.add(visit)
                && (visit.body()
                                .sites(Site.Call.class)
                                .anyMatch(c -> DurableSdk.operation(c.target(), program)
                                        .isPresent())
                        || visit.outgoing().stream().anyMatch(e -> starts(e.callee(), seen)));
    }

    private static String name(MethodKey call) {
        return "`" + call.simpleOwner() + "." + call.name() + "`";
    }

    private boolean isJoinOfOwn(Site.Call join, Visit visit) {
        return join.receiver().isPresent()
                ? isStartedHere(join.receiver(), visit)
                : join.arguments().stream().anyMatch(a -> isStartedHere(Optional.of(a), visit));
    }

    /** Whether what started the operation is in checkpointed code as well, and reported by itself. */
    private boolean isStartedHere(Optional<Value> future, Visit visit) {
        return future.filter(f -> startsHere(f, visit)).isPresent();
    }

    private boolean startsHere(Value value, Visit visit) {
        return value.alternatives().stream().anyMatch(v -> startsHere(v, visit, DEEPEST));
    }

    private boolean startsHere(Value value, Visit visit, int depth) {
        if (depth > 0 && value instanceof Value.Result result) {
            boolean starts =
                    DurableSdk.operation(result.call().target(), program).isPresent();
            return starts
                    || visit.outgoing(result.call()).stream()
                            .anyMatch(e -> e.callee()
                                    .body()
                                    .sites(Site.Return.class)
                                    .flatMap(r -> r.value().stream())
                                    .flatMap(v -> v.alternatives().stream())
                                    .anyMatch(v -> startsHere(v, e.callee(), depth - 1)));
        }
        return depth > 0
                && value instanceof Value.NewArray array
                && visit.body()
                        .sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(array))
                        .flatMap(w -> w.value().alternatives().stream())
                        .anyMatch(v -> startsHere(v, visit, depth - 1));
    }

    /** {@code getCurrentContext()} casts the context of the thread to the class it is called on. */
    private void ofContext(ApiUse use) {
        boolean wrong = use.region() == Region.CHECKPOINTED
                ? DurableSdk.isCurrentContext(use.api())
                : DurableSdk.isCurrentStepContext(use.api());
        if (wrong && use.region() != Region.INITIALIZATION) {
            found.add(new Nesting(
                    Kind.WRONG_CONTEXT,
                    new Place(use.site(), use.visit()),
                    name(use.api()),
                    label(Operation.around(use.visit()))));
        }
    }
}
