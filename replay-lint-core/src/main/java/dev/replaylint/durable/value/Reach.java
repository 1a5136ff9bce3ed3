package dev.replaylint.durable.value;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Edge.Bound;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Extent;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Pairs;
import dev.replaylint.durable.flow.Parts;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.DurableStrategies;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Reached.Way;
import dev.replaylint.program.Context;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which sources reach an operation: goes back from every operation to where what it depends on comes from. */
public final class Reach {

    /** A site in any of its visits: whether it matters is asked of code, not of one way to it. */
    private final Map<Site, Reached> reached = new HashMap<>();

    private final Origins origins;
    private final Origins contents;
    private final Origin origin;
    private final Pairs pairs;
    private final ReadParts parts;
    private final Map<Visit, Optional<Operation>> inside;

    private Reach(
            Origins origins, Origins contents, Origin origin, Pairs pairs, Map<Visit, Optional<Operation>> inside) {
        this.pairs = pairs;
        this.parts = new ReadParts(pairs);
        this.origins = origins;
        this.contents = contents;
        this.origin = origin;
        this.inside = inside;
    }

    /** {@code contents} leaves out what only selects the values that {@code origins} tells the sources of. */
    public static Reach of(
            Collection<Visit> visits,
            List<Operation> operations,
            Origins origins,
            Origins contents,
            Origin origin,
            Pairs pairs) {
        Reach reach = new Reach(origins, contents, origin, pairs, operationsInside(visits, operations));
        operations.stream()
                .filter(o -> o.visit().region() == Region.REPLAYED)
                .sorted(Comparator.comparing(o -> o.call().location()))
                .forEach(reach::ofOperation);
        for (Visit visit : visits) {
            if (visit.region() == Region.REPLAYED) {
                visit.outgoing().forEach(reach::ofCall);
            } else if (visit.region() == Region.CHECKPOINTED) {
                reach.ofCheckpointed(visit);
            }
        }
        return reach;
    }

    /** For each visit, an operation that runs in it or in what it calls. */
    private static Map<Visit, Optional<Operation>> operationsInside(
            Collection<Visit> visits, List<Operation> operations) {
        Map<Visit, Optional<Operation>> inside = new HashMap<>();
        for (Operation operation : operations) {
            Set<Visit> open = new LinkedHashSet<>(Set.of(operation.visit()));
            while (!open.isEmpty()) {
                Visit visit = open.iterator().next();
                open.remove(visit);
                if (inside.putIfAbsent(visit, Optional.of(operation)) == null) {
                    visit.incoming().forEach(e -> open.add(e.caller()));
                }
            }
        }
        visits.forEach(v -> inside.putIfAbsent(v, Optional.empty()));
        return inside;
    }

    /** An operation that runs in the visit or in what it calls. */
    public Optional<Operation> inside(Visit visit) {
        return inside.getOrDefault(visit, Optional.empty());
    }

    private void ofOperation(Operation operation) {
        Site.Call call = operation.call();
        found(contents, operation.name(), operation.visit()).forEach(l -> mark(l, operation, Way.NAME));
        // A name that is given to the operation of a filtered element decides on the operation, too.
        mark(operation.name(), operation, Way.DECISION);
        for (int i = 1; i < call.arguments().size(); i++) {
            Value argument = call.arguments().get(i);
            if (argument instanceof Value.Function function) {
                ofCaptured(function.creation(), operation.visit().outgoing(call), operation);
            } else {
                ofArgument(argument, operation);
            }
        }
        decisions(call, operation.visit(), operation);
    }

    /**
     * Of an object that a function captures, what the function reads of it; the whole, if it does anything else with it.
     *
     * @param there where the function may run
     */
    private void ofCaptured(Site.FunctionCreation creation, List<Edge> there, Operation operation) {
        Optional<Visit> run = there.stream()
                .map(Edge::callee)
                .filter(v -> v.body().key().equals(creation.implementation()))
                .findFirst();
        for (int i = 0; i < creation.bound().size(); i++) {
            Value bound = creation.bound().get(i);
            Value inside = ReadParts.parameter(creation, i);
            if (bound instanceof Value.Function function && run.isPresent()) {
                ofCaptured(function.creation(), run.get().outgoing(), operation);
            } else if (!(bound instanceof Value.This)) {
                Optional<Set<Bound>> read = run.flatMap(r -> parts.of(inside, r));
                markAll(read.orElse(Set.of(new Bound(operation.visit(), bound))), operation, Way.CAPTURED);
            }
        }
    }

    /** Of an object that is the function of an operation, what it reads of itself. */
    private void ofArgument(Value argument, Operation operation) {
        Optional<Set<Bound>> read = operation.visit().outgoing(operation.call()).stream()
                .filter(e -> Parts.passes(e.receiver(), Set.of(argument), e))
                .findFirst()
                .flatMap(e -> parts.of(Value.This.THIS, e.callee()));
        markAll(read.orElse(Set.of(new Bound(operation.visit(), argument))), operation, Way.ARGUMENT);
    }

    private void markAll(Set<Bound> values, Operation operation, Way way) {
        values.forEach(v -> mark(v.value(), v.visit(), operation, way));
    }

    /** What decides whether something runs that has operations in it. */
    private void ofCall(Edge edge) {
        inside(edge.callee()).ifPresent(operation -> {
            decisions(edge.site(), edge.caller(), operation);
            if (edge.how() == Edge.Kind.CALL && edge.site() instanceof Site.Call call) {
                Set<Leaf> target =
                        new Expansion(origins).of(Extent.ofTarget(call, edge.caller(), origins), edge.caller());
                origin.given(target).forEach(l -> mark(l, operation, Way.DECISION));
            }
            if (edge.how() == Edge.Kind.IN_PLACE && edge.site() instanceof Site.Call call) {
                rounds(call, edge.caller(), operation);
            }
        });
    }

    /** A function runs as often as what it is run for has elements. */
    private void rounds(Site.Call call, Visit visit, Operation operation) {
        call.receiver()
                .filter(r -> Extent.has(pairs.effects(), call.target().owner()))
                .map(r -> new Expansion(origins).of(origins.leaves(r, visit, Extent.OF), visit))
                .ifPresent(l -> origin.given(l).forEach(s -> mark(s, operation, Way.DECISION)));
    }

    private void decisions(Site site, Visit visit, Operation operation) {
        for (Context.Condition condition : visit.conditions(site)) {
            mark(condition.value(), visit, operation, Way.DECISION);
        }
    }

    /** Fields that the function of an operation reads were assigned in replayed code. */
    private void ofCheckpointed(Visit visit) {
        Operation.around(visit)
                .ifPresent(o -> parts.ofFields(visit)
                        .flatMap(b -> found(origins, b.value(), b.visit()).stream())
                        .filter(l -> !isOfSandbox(l))
                        .forEach(l -> mark(l, o, Way.CAPTURED)));
    }

    /** What was made with the handler: a step that reads it reads it once. */
    private static boolean isOfSandbox(Leaf leaf) {
        return leaf instanceof Leaf.Source source && source.visit().region() == Region.INITIALIZATION;
    }

    private void mark(Value value, Operation operation, Way way) {
        mark(value, operation.visit(), operation, way);
    }

    private void mark(Value value, Visit visit, Operation operation, Way way) {
        found(origins, value, visit).forEach(l -> mark(l, operation, way));
    }

    private Set<Leaf> found(Origins origins, Value value, Visit visit) {
        return origin.given(new Expansion(origins).of(value, visit));
    }

    private void mark(Leaf leaf, Operation operation, Way way) {
        if (leaf instanceof Leaf.Source source) {
            mark(source.site(), source.visit(), operation, way);
        } else if (leaf instanceof Leaf.Field field) {
            mark(field.read(), field.visit(), operation, way);
        }
    }

    /** Checkpointed code asks once: what the same code gives where it is replayed, is another value. */
    private void mark(Site site, Visit visit, Operation operation, Way way) {
        if (visit.region() != Region.CHECKPOINTED) {
            worst(site, reached(visit, operation, way));
        }
    }

    /** What a strategy asks decides more than what an operation is given otherwise. */
    private static Reached reached(Visit from, Operation operation, Way way) {
        boolean decides = way == Way.ARGUMENT
                && operation.kind() == OperationKind.WITH_RETRY
                && from != operation.visit()
                && isOfStrategy(from, operation.visit());
        return new Reached(decides ? Way.STRATEGY : way, operation);
    }

    /** Of a lambda in sources, the type that it returns is not known. */
    private static boolean givesStrategy(Edge edge) {
        return edge.site() instanceof Site.Call call && DurableSettings.setsStrategy(call.target());
    }

    /** Whether code is part of what a strategy does that the visit of an operation makes. */
    private static boolean isOfStrategy(Visit code, Visit operation) {
        Set<Visit> seen = new LinkedHashSet<>();
        Deque<Visit> open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            Visit next = open.poll();
            if (next == operation || !seen.add(next)) {
                continue;
            }
            boolean decides = DurableStrategies.decides(next.body().key())
                    || next.incoming().stream().anyMatch(Reach::givesStrategy);
            if (decides) {
                return true;
            }
            next.incoming().forEach(e -> open.add(e.caller()));
        }
        return false;
    }

    private void worst(Site site, Reached found) {
        reached.merge(site, found, (a, b) -> a.how().compareTo(b.how()) <= 0 ? a : b);
    }

    /** How the result of an API call, or what a field read gives, reaches an operation. */
    public Optional<Reached> of(Site site) {
        return Optional.ofNullable(reached.get(site));
    }
}
