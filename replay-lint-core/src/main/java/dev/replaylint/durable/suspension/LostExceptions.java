package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Ways;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.type.ClassHeader;
import dev.replaylint.program.type.JavaType;
import dev.replaylint.program.type.MethodHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds catch clauses that wait in vain: the SDK rebuilds a function's exception from its checkpoint with Jackson, which needs a
 * constructor that it can use; failing that, the operation throws an exception of the SDK.
 */
public final class LostExceptions {

    private static final String UNCHECKED = "java.lang.RuntimeException";
    /** What a child context passes on of its steps. */
    private static final String STEP_FAILED =
            DurableSdk.substitute(OperationKind.STEP).orElseThrow();

    private static final String CREATOR = "JsonCreator";
    private static final Set<String> DESCRIBED = Set.of("JsonDeserialize", CREATOR);

    private final Program program;
    private final Thrown thrown;

    public LostExceptions(Program program) {
        this.program = program;
        this.thrown = new Thrown(program);
    }

    public List<LostException> in(List<Visit> visits) {
        List<LostException> found = new ArrayList<>();
        for (Visit visit : visits) {
            visit.body().tries().forEach((range, sites) -> {
                if (mayWaitInVain(range)) {
                    find(range, sites, visit, found);
                }
            });
        }
        return found;
    }

    private boolean mayWaitInVain(TryRange range) {
        return range.handlers().stream().flatMap(h -> h.types().stream()).anyMatch(this::isOwn);
    }

    /** An unchecked exception class of the user's; for a checked one, other code in the try must be declared to throw it. */
    private boolean isOwn(String type) {
        boolean own = program.isProject(type) || program.libraries().type(type).isPresent();
        return own && !DurableSdk.owns(type) && program.isSubtype(type, UNCHECKED);
    }

    private record Started(Operation operation, Site site) {}

    private void find(TryRange range, List<Site> sites, Visit visit, List<LostException> found) {
        Set<String> made = new HashSet<>();
        List<Started> started = new ArrayList<>();
        for (Site site : sites) {
            made.addAll(thrown.madeAt(site, visit));
            operationsAt(site, visit, new HashSet<>()).stream()
                    .filter(o -> isJoined(o, visit, sites))
                    .forEach(o -> started.add(new Started(o, site)));
        }
        for (TryRange.Handler handler : range.handlers()) {
            for (String type : handler.types()) {
                if (isOwn(type) && made.stream().noneMatch(m -> program.isSubtype(m, type))) {
                    lost(type, started, range)
                            .map(l -> lost(l, type, handler, visit))
                            .ifPresent(found::add);
                }
            }
        }
    }

    private static LostException lost(Loss loss, String type, TryRange.Handler handler, Visit visit) {
        return new LostException(
                visit,
                handler,
                type,
                loss.exception(),
                new Place(loss.started().site(), visit),
                loss.started().operation(),
                loss.substitute());
    }

    private record Loss(Started started, String exception, String substitute) {}

    /** What the clause waits for; empty if anything that it catches may come. */
    private Optional<Loss> lost(String type, List<Started> all, TryRange range) {
        Optional<Loss> found = Optional.empty();
        for (Started started : all) {
            Optional<String> substitute =
                    DurableSdk.substitute(started.operation().kind());
            for (String exception : thrownInside(started.operation())) {
                if (substitute.isPresent() && program.isSubtype(exception, type)) {
                    if (isRebuilt(exception) || catches(range, substitute.get()) || catches(range, STEP_FAILED)) {
                        return Optional.empty();
                    }
                    found = found.or(() -> Optional.of(new Loss(started, exception, substitute.get())));
                }
            }
        }
        return found;
    }

    private Set<String> thrownInside(Operation operation) {
        Set<String> found = new LinkedHashSet<>();
        operation.visit().outgoing(operation.call()).forEach(e -> found.addAll(thrown.outOf(e.callee())));
        return found;
    }

    private boolean catches(TryRange range, String exception) {
        return range.handlers().stream()
                .flatMap(h -> h.types().stream())
                .anyMatch(type -> program.isSubtype(exception, type));
    }

    private Set<Operation> operationsAt(Site site, Visit visit, Set<Visit> seen) {
        Set<Operation> found = new LinkedHashSet<>();
        if (site instanceof Site.Call call) {
            DurableSdk.operation(call.target(), program)
                    .filter(k -> DurableSdk.substitute(k).isPresent())
                    .ifPresent(k -> found.add(new Operation(k, call, visit)));
        }
        visit.outgoing(site).stream()
                .filter(Ways::staysInThread)
                .map(Edge::callee)
                .filter(v -> v.region() == Region.REPLAYED && seen.add(v))
                .forEach(v -> v.body().sites().forEach(s -> found.addAll(operationsAt(s, v, seen))));
        return found;
    }

    /** Whether the operation's failure is thrown in the try: by the operation, or where the same code waits for it. */
    private boolean isJoined(Operation operation, Visit visit, List<Site> sites) {
        List<Site> around =
                operation.visit() == visit ? sites : operation.visit().body().sites();
        return DurableSdk.suspends(operation.call().target(), program)
                || around.stream()
                        .anyMatch(s -> s instanceof Site.Call call && DurableSdk.joins(call.target(), program));
    }

    /** Whether Jackson finds a way to make one; what is not known is taken to have one. */
    private boolean isRebuilt(String exception) {
        Optional<ClassHeader> type = program.type(exception);
        return type.isEmpty()
                || type.get().annotations().stream().anyMatch(DESCRIBED::contains)
                || type.get().methods().stream().noneMatch(MethodHeader::isConstructor)
                || type.get().methods().stream().anyMatch(LostExceptions::isUsable);
    }

    private static boolean isUsable(MethodHeader method) {
        List<JavaType> parameters = method.parameters();
        boolean fits = parameters.isEmpty()
                || (parameters.size() == 1 && method.descriptor().contains("Ljava/lang/String;)"));
        return method.annotations().contains(CREATOR) || (method.isConstructor() && fits);
    }
}
