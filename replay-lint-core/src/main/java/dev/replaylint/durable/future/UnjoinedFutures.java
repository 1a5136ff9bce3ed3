package dev.replaylint.durable.future;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.suspension.Suspensions;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds futures of operations that some way to the end of a body leaves without a join. Whoever is given a future is taken to
 * join it; a body that returns one leaves that to its callers.
 */
public final class UnjoinedFutures {

    private final Program program;
    private final Exclusion exclusion;
    private final FutureUses uses;
    private final StreamedFutures streamed;
    private final Suspensions suspensions;
    private final Set<UnjoinedFuture> found = new LinkedHashSet<>();
    private final Set<Place> seen = new HashSet<>();

    public UnjoinedFutures(Program program, Exclusion exclusion, StateChanges changes, Suspensions suspensions) {
        this.program = program;
        this.exclusion = exclusion;
        this.uses = new FutureUses(program, changes);
        this.streamed = new StreamedFutures(program);
        this.suspensions = suspensions;
    }

    public List<UnjoinedFuture> find(List<Operation> operations) {
        for (Operation operation : operations) {
            boolean starts = !DurableSdk.suspends(operation.call().target(), program)
                    && operation.kind() != OperationKind.BRANCH;
            if (starts && operation.visit().region() == Region.REPLAYED) {
                ofCall(operation, operation.call(), operation.visit());
            }
        }
        return new ArrayList<>(found);
    }

    /** A call whose result is the operation's future. */
    private void ofCall(Operation operation, Site.Call call, Visit visit) {
        Place place = new Place(call, visit);
        if (!seen.add(place)) {
            return;
        }
        Value future = new Value.Result(call);
        Set<Site> joins = uses.joins(visit.body(), future, operation.kind() == OperationKind.CREATE_CALLBACK);
        if (joins.isEmpty()) {
            add(operation, place, true);
        } else if (passes(call, visit, joins, future)) {
            add(operation, place, false);
        }
        boolean returned = joins.stream().anyMatch(Site.Return.class::isInstance);
        if (returned && visit.entry().isEmpty()) {
            visit.incoming().stream()
                    .filter(e -> e.how() == Edge.Kind.CALL && e.site() instanceof Site.Call)
                    .forEach(e -> ofCall(operation, (Site.Call) e.site(), e.caller()));
            boolean left = visit.incoming().stream()
                    .anyMatch(e -> e.how() == Edge.Kind.IN_PLACE
                            && e.site() instanceof Site.Call mapping
                            && streamed.areLeft(mapping, e.caller().body()));
            if (left) {
                add(operation, place, true);
            }
        }
    }

    /** Whether a way leads from the start to a normal end past all joins. */
    private boolean passes(Site.Call call, Visit visit, Set<Site> joins, Value future) {
        List<Condition> holding = Exclusion.certain(call);
        Set<Condition> past = uses.isHeld(visit.body(), future) ? past(joins, call) : Set.of();
        Predicate<Condition> feasible = c -> !FutureUses.saysNull(c, future)
                && !past.contains(c)
                && holding.stream().noneMatch(h -> exclusion.test(h, c, visit.body()));
        Predicate<Site> failing = s -> suspensions.at(s, visit).isPresent();
        return visit.body().flow().after(call, new Walk(joins::contains, feasible, failing)).stream()
                .anyMatch(s -> s instanceof Site.Return && !joins.contains(s));
    }

    /** The ways past loops over what holds the future: it is in there, so there is a round for it. */
    private static Set<Condition> past(Set<Site> joins, Site.Call call) {
        Set<Condition> past = new HashSet<>();
        for (Site join : joins) {
            join.context().loops().stream()
                    .filter(l -> !call.context().loops().contains(l))
                    .flatMap(l -> join.context().conditions().stream()
                            .filter(c -> l.exits().contains(c.value())))
                    .forEach(c -> past.add(new Condition(c.branch(), c.value(), 1 - c.outcome())));
        }
        return past;
    }

    private void add(Operation operation, Place place, boolean always) {
        found.add(new UnjoinedFuture(operation, place, always, always && isEndless(operation)));
    }

    /** The SDK waits for the children of an execution that ends; one that suspends then never gets on. */
    private boolean isEndless(Operation operation) {
        if (operation.kind() == OperationKind.PARALLEL) {
            return true;
        }
        boolean child = operation.kind() == OperationKind.CHILD_CONTEXT || operation.kind() == OperationKind.MAP;
        return child
                && operation.visit().outgoing(operation.call()).stream()
                        .map(Edge::callee)
                        .anyMatch(this::waits);
    }

    private boolean waits(Visit function) {
        return function.body().sites().stream()
                .flatMap(s -> suspensions.at(s, function).stream())
                .flatMap(s -> s.operation().stream())
                .map(Operation::kind)
                .anyMatch(OperationKind::waits);
    }
}
