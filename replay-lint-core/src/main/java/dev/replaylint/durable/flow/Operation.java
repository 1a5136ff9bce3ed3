package dev.replaylint.durable.flow;

import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.program.Location;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place where code starts a durable operation.
 *
 * @param visit where the call is
 */
public record Operation(OperationKind kind, Site.Call call, Visit visit) {

    /** Every operation in every visit that starts it. */
    public static List<Operation> all(List<Visit> visits, Program program) {
        List<Operation> found = new ArrayList<>();
        for (Visit visit : visits) {
            for (Site.Call call : visit.body().calls()) {
                at(call, visit, program).filter(o -> visit.runs(call)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The operation that a site starts by itself. */
    public static Optional<Operation> at(Site site, Visit visit, Program program) {
        return site instanceof Site.Call call
                ? DurableSdk.operation(call.target(), program).map(kind -> new Operation(kind, call, visit))
                : Optional.empty();
    }

    /**
     * The operation whose function the visit is part of, on a shortest way from an entry point; empty also for a function that
     * something keeps, if nobody knows where it is called.
     */
    public static Optional<Operation> around(Visit visit) {
        Set<Visit> seen = new LinkedHashSet<>(Set.of(visit));
        Deque<Edge> open = new ArrayDeque<>(visit.entry().isPresent() ? List.of() : waysTo(visit));
        while (!open.isEmpty()) {
            Edge edge = open.pop();
            Visit caller = edge.caller();
            if (edge.how() == Edge.Kind.OPERATION && edge.site() instanceof Site.Call call) {
                return DurableSdk.kindByName(call.target()).map(k -> new Operation(k, call, caller));
            }
            if (caller.entry().isPresent()) {
                return Optional.empty();
            }
            if (seen.add(caller)) {
                List<Edge> ways = waysTo(caller);
                Collections.reverse(ways);
                ways.forEach(open::push);
            }
        }
        return Optional.empty();
    }

    private static List<Edge> waysTo(Visit visit) {
        return visit.incoming().stream()
                .filter(e -> e.how() != Edge.Kind.KEPT)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether the visit is part of an operation's function on any way. */
    public static boolean isAround(Visit visit) {
        return !startsAround(visit).isEmpty();
    }

    /** What starts the operations whose functions the visit is part of, on any way. */
    public static Set<Site> startsAround(Visit visit) {
        Set<Visit> seen = new LinkedHashSet<>(Set.of(visit));
        Deque<Visit> open = new ArrayDeque<>(seen);
        Set<Site> found = new HashSet<>();
        while (!open.isEmpty()) {
            for (Edge edge : open.poll().incoming()) {
                if (edge.how() == Edge.Kind.OPERATION) {
                    found.add(edge.site());
                } else if (edge.how() != Edge.Kind.KEPT && seen.add(edge.caller())) {
                    open.add(edge.caller());
                }
            }
        }
        return found;
    }

    /** The lines of the call and of its function, without what that calls. */
    public Set<Location> lines() {
        Set<Location> lines = new LinkedHashSet<>();
        lines.add(line(call));
        visit.outgoing(call).stream()
                .filter(e -> e.how() == Edge.Kind.OPERATION)
                .flatMap(e -> e.callee().body().sites().stream())
                .forEach(s -> lines.add(line(s)));
        return lines;
    }

    private static Location line(Site site) {
        return new Location(site.location().file(), site.location().line(), 0);
    }

    /** The argument that is the name. */
    public Value name() {
        return call.arguments().get(0);
    }

    /** The name where it is a constant. */
    public Optional<String> constantName() {
        return text(name().settled());
    }

    /** A text of constants: class files put together what sources know to be one. */
    private static Optional<String> text(Value value) {
        if (value instanceof Value.Constant c) {
            return c.constant() instanceof String s ? Optional.of(s) : Optional.empty();
        }
        if (!(value instanceof Value.Template template)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Value part : Value.settled(template.parts())) {
            if (!(part instanceof Value.Constant c) || c.constant() instanceof Value.ClassLiteral) {
                return Optional.empty();
            }
            text.append(c.constant());
        }
        return Optional.of(text.toString());
    }

    /** {@code step `charge`}, or the kind alone where the name is not a constant. */
    public String label() {
        return constantName()
                .map(n -> kind.method() + " `" + n + "`")
                .orElse(kind.article() + " `" + kind.method() + "`");
    }
}
