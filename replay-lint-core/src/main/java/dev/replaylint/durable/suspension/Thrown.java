package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Ways;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which new exceptions come out of code, as far as the code makes and throws them itself. */
final class Thrown {

    private static final String THROWABLE = "java.lang.Throwable";

    /** Throw their function's exception, rebuilt from the checkpoint. */
    private static final Set<OperationKind> REBUILDING = Set.of(OperationKind.STEP, OperationKind.CHILD_CONTEXT);

    /** Throw their function's exception itself. */
    private static final Set<OperationKind> WITHOUT_CHECKPOINT = Set.of(OperationKind.WITH_RETRY);

    private final Program program;
    private final Map<Visit, Set<String>> known = new HashMap<>();
    private final Map<Visit, Set<String>> made = new HashMap<>();

    Thrown(Program program) {
        this.program = program;
    }

    /** Classes of exceptions that leave the body, were they all rebuilt: thrown by it or by what it runs, and not caught in it. */
    Set<String> outOf(Visit visit) {
        Set<String> found = known.get(visit);
        if (found == null) {
            found = new LinkedHashSet<>();
            // A recursive call throws what its body throws anyway.
            known.put(visit, found);
            for (Site site : visit.body().sites()) {
                for (String exception : at(site, visit)) {
                    if (!isCaught(exception, site.context().tries())) {
                        found.add(exception);
                    }
                }
            }
        }
        return found;
    }

    private Set<String> at(Site site, Visit visit) {
        Set<String> found = new LinkedHashSet<>();
        if (site instanceof Site.Throw thrown) {
            thrown.value().ifPresent(v -> classes(v.settled(), visit, found, new LinkedHashSet<>()));
        }
        for (Edge edge : visit.outgoing(site)) {
            if (Ways.staysInThread(edge) || isOperation(edge, REBUILDING) || isOperation(edge, WITHOUT_CHECKPOINT)) {
                found.addAll(Set.copyOf(outOf(edge.callee())));
            }
            if (edge.how() == Edge.Kind.IN_PLACE) {
                supplied(edge.callee(), found);
            }
        }
        return found;
    }

    /** A function that gives an API a new exception, as for {@code orElseThrow}, gives it to be thrown. */
    private void supplied(Visit function, Set<String> found) {
        if (function.body().key().isConstructor()) {
            add(function.body().key().owner(), found);
        } else {
            returned(function, found, new LinkedHashSet<>());
        }
    }

    private void returned(Visit visit, Set<String> found, Set<Value> seen) {
        visit.body()
                .sites(Site.Return.class)
                .flatMap(r -> r.value().stream())
                .forEach(v -> classes(v.settled(), visit, found, seen));
    }

    private void classes(Value value, Visit visit, Set<String> found, Set<Value> seen) {
        if (!seen.add(value)) {
            return;
        }
        if (value instanceof Value.Join join) {
            join.operands().forEach(o -> classes(o.settled(), visit, found, seen));
        } else if (value instanceof Value.Result result && result.call().isAllocation()) {
            add(result.call().target().owner(), found);
        } else if (value instanceof Value.Result result) {
            visit.calls(result.call()).forEach(e -> returned(e.callee(), found, seen));
        }
    }

    private void add(String type, Set<String> found) {
        if (program.isSubtype(type, THROWABLE)) {
            found.add(type);
        }
    }

    private boolean isCaught(String exception, List<TryRange> tries) {
        return tries.stream()
                .flatMap(t -> t.handlers().stream())
                .flatMap(h -> h.types().stream())
                .anyMatch(type -> program.isSubtype(exception, type) && !type.equals(THROWABLE));
    }

    /** Classes of exceptions made at a site of replayed code or in what it runs: it may throw them. */
    Set<String> madeAt(Site site, Visit visit) {
        Set<String> found = new LinkedHashSet<>();
        if (site instanceof Site.Call call && call.isAllocation()) {
            add(call.target().owner(), found);
        }
        visit.outgoing(site).stream().filter(Thrown::throwsThrough).forEach(e -> found.addAll(made(e.callee())));
        return found;
    }

    private Set<String> made(Visit visit) {
        Set<String> found = made.get(visit);
        if (found == null) {
            found = new LinkedHashSet<>();
            made.put(visit, found);
            for (Site site : visit.body().sites()) {
                found.addAll(madeAt(site, visit));
            }
            if (visit.body().key().isConstructor()) {
                add(visit.body().key().owner(), found);
            }
        }
        return Set.copyOf(found);
    }

    private static boolean throwsThrough(Edge edge) {
        return edge.how() != Edge.Kind.OPERATION || isOperation(edge, WITHOUT_CHECKPOINT);
    }

    private static boolean isOperation(Edge edge, Set<OperationKind> kinds) {
        return edge.how() == Edge.Kind.OPERATION
                && edge.site() instanceof Site.Call call
                && DurableSdk.kindByName(call.target()).filter(kinds::contains).isPresent();
    }
}
