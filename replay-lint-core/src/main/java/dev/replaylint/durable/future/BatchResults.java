package dev.replaylint.durable.future;

import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Body;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds results of maps and parallels whose failures go unseen: a failed function does not throw, the result tells. Whoever is given
 * a result is taken to look; a body that returns one leaves that to its callers.
 */
public final class BatchResults {

    private static final Set<String> NULL_TESTS = Set.of("isNull", "nonNull");

    private final Program program;
    private final Completions completions;
    private final Set<Place> seen = new HashSet<>();
    private final Set<BatchResult> found = new LinkedHashSet<>();

    public BatchResults(Program program, Completions completions) {
        this.program = program;
        this.completions = completions;
    }

    public List<BatchResult> unchecked(List<Started> started) {
        for (Started batch : started) {
            Operation operation = batch.operation();
            if (!DurableSettings.isBatch(operation.kind()) || completions.isChosen(batch)) {
                continue;
            }
            boolean joined = operation.kind() == OperationKind.PARALLEL && joinsBranches(operation);
            if (!joined) {
                ofCall(operation, operation.call(), operation.visit());
            }
        }
        return new ArrayList<>(found);
    }

    /** Whether every branch is asked for its own result, which throws if it failed; of branches started elsewhere nobody knows. */
    private boolean joinsBranches(Operation parallel) {
        Body body = parallel.visit().body();
        Value future = new Value.Result(parallel.call());
        List<Site.Call> branches = body.sites(Site.Call.class)
                .filter(c -> DurableSdk.operation(c.target(), program)
                        .filter(k -> k == OperationKind.BRANCH)
                        .isPresent())
                .filter(c ->
                        c.receiver().filter(r -> BodyReads.mentions(r, future)).isPresent())
                .toList();
        return branches.stream().allMatch(Site.Call::resultUsed);
    }

    /** What is never waited for gives no result at all. */
    private boolean isJoined(Site.Call call, Body body) {
        Value future = new Value.Result(call);
        return DurableSdk.suspends(call.target(), program)
                || DurableSdk.operation(call.target(), program).isEmpty()
                || body.sites().stream()
                        .anyMatch(s -> s instanceof Site.Call join
                                && DurableSdk.joins(join.target(), program)
                                && isOn(join, future));
    }

    /** A call that gives the result, or the future of it. */
    private void ofCall(Operation operation, Site.Call call, Visit visit) {
        if (seen.add(new Place(call, visit))) {
            Look look = look(new Value.Result(call), visit, operation);
            if (look.isBlind() && isJoined(call, visit.body())) {
                found.add(new BatchResult(operation, new Place(call, visit), look == Look.USED));
            }
            if (look == Look.RETURNED) {
                visit.incoming().stream()
                        .filter(e -> e.how() == Edge.Kind.CALL && e.site() instanceof Site.Call)
                        .forEach(e -> ofCall(operation, (Site.Call) e.site(), e.caller()));
            }
        }
    }

    /** What is done with a result, best first. */
    private enum Look {
        CHECKED,
        RETURNED,
        USED,
        DROPPED;

        boolean isBlind() {
            return this == USED || this == DROPPED;
        }
    }

    private Look look(Value result, Visit visit, Operation operation) {
        Look best = Look.DROPPED;
        for (Site site : visit.body().sites()) {
            Look here = Look.DROPPED;
            if (site instanceof Site.Return && isGiven(site, result)) {
                here = visit.entry().isPresent() ? Look.CHECKED : Look.RETURNED;
            } else if (isGiven(site, result)) {
                here = Look.CHECKED;
            } else if (site instanceof Site.Call call && isOn(site, result)) {
                here = ofAccess(call, visit, operation);
            }
            best = here.compareTo(best) < 0 ? here : best;
        }
        return best;
    }

    private Look ofAccess(Site.Call call, Visit visit, Operation operation) {
        String name = call.target().name();
        Value got = new Value.Result(call);
        if (DurableSdk.joins(call.target(), program)) {
            return look(got, visit, operation);
        }
        if (DurableSettings.tellsFailures(operation.kind(), name)
                || visit.body().sites().stream().anyMatch(s -> isCounted(s, got) || isTestedForNull(s))) {
            return Look.CHECKED;
        }
        return DurableSdk.operation(call.target(), program).isPresent() || name.equals("close")
                ? Look.DROPPED
                : Look.USED;
    }

    private static boolean isCounted(Site site, Value results) {
        return site instanceof Site.Call call
                && Set.of("size", "isEmpty").contains(call.target().name())
                && isOn(site, results);
    }

    private static boolean isTestedForNull(Site site) {
        return site instanceof Site.FunctionCreation function
                && function.implementation().owner().equals("java.util.Objects")
                && NULL_TESTS.contains(function.implementation().name());
    }

    private static boolean isOn(Site site, Value value) {
        return site instanceof Site.Call call
                && call.receiver().filter(r -> BodyReads.mentions(r, value)).isPresent();
    }

    private static boolean isGiven(Site site, Value value) {
        List<Value> given = new ArrayList<>();
        if (site instanceof Site.Call call) {
            given.addAll(call.arguments());
        } else if (site instanceof Site.UnresolvedCall call) {
            given.addAll(call.operands());
        } else if (site instanceof Site.FunctionCreation function) {
            given.addAll(function.bound());
        } else if (site instanceof Site.FieldWrite write) {
            given.add(write.value());
        } else if (site instanceof Site.ArrayWrite write) {
            given.add(write.value());
        } else if (site instanceof Site.Exit exit) {
            exit.value().ifPresent(given::add);
        }
        return given.stream().anyMatch(v -> BodyReads.mentions(v, value));
    }
}
