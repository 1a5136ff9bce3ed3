package dev.replaylint.durable;

import dev.replaylint.catalog.Catalog;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.CallTargets;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Explorer;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Pairs;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Reachable;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Targets;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sink.Ending;
import dev.replaylint.durable.sink.Sinks;
import dev.replaylint.durable.suspension.Suspension;
import dev.replaylint.durable.suspension.Suspensions;
import dev.replaylint.durable.tree.OperationTree;
import dev.replaylint.durable.tree.OperationTrees;
import dev.replaylint.durable.tree.Repetition;
import dev.replaylint.durable.value.Chains;
import dev.replaylint.durable.value.Generators;
import dev.replaylint.durable.value.OrderFlow;
import dev.replaylint.durable.value.Origin;
import dev.replaylint.durable.value.Reach;
import dev.replaylint.durable.value.Reached;
import dev.replaylint.durable.value.ValueFlow;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What durable execution makes of a program, computed once for all rules: entry points, code by region, operations, API uses, and
 * where values come from and go to.
 */
public final class ReplayModel {

    private final Program program;
    private final Effects effects;
    private final Explorer explorer;
    private final CallTargets dispatch;
    private final List<Map.Entry<EntryPoint, Visit>> starts;
    private final Map<EntryPoint, Visit> startOf = new HashMap<>();
    private final List<Visit> visits;
    private final Map<Region, List<Visit>> visitsByRegion;
    private final List<Operation> operations;
    private final Fields fields;
    private final Origins values;
    private final Origins orders;
    private final Reach reach;
    private final ApiUses uses;
    private final Sinks sinks;
    private final Origin origin;
    private final FirstRuns firstRuns;
    private final Suspensions suspensions;
    private final Borders borders;
    private final Failures failures;
    private final Deliveries deliveries;
    private final Lazy<OperationTrees> trees = new Lazy<>(this::makeTrees);
    private final Lazy<StateAccess> state;
    private final Lazy<List<ApiUse>> initialUsesThatReach = new Lazy<>(this::findInitialUsesThatReach);
    private final Lazy<List<Started>> started = new Lazy<>(() -> Started.all(operations()));

    private ReplayModel(Program program, Catalog catalog) {
        this.program = program;
        effects = new Effects(catalog, program);
        Targets targets = new Targets(program, effects);
        dispatch = targets.dispatch();
        explorer = new Explorer(program, targets);
        starts = new EntryPoints(program, effects, explorer).explore();
        starts.forEach(s -> startOf.putIfAbsent(s.getKey(), s.getValue()));
        visits = List.copyOf(explorer.visits());
        visitsByRegion = visits.stream().collect(Collectors.groupingBy(Visit::region));
        operations = Operation.all(visits, program);
        fields = new Fields(program, explorer);
        Uses apiUses = new Uses(program, targets);
        orders = new Origins(new OrderFlow(program, effects, apiUses, visits), fields);
        ValueFlow flow = new ValueFlow(program, effects, apiUses, orders, visits);
        values = new Origins(flow, fields);
        state = new Lazy<>(() -> new StateAccess(program, effects, fields, values, this));
        origin = new Origin(effects, new Generators(program, effects), values, fields);
        Origins contents = new Origins(flow.withoutSelections(), fields);
        reach = Reach.of(visits, operations, values, contents, origin, new Pairs(effects));
        List<ApiUse> reachable = apiUses.of(new Reachable(targets, effects, visits));
        uses = new ApiUses(program, effects, origin, values, reachable);
        sinks = Sinks.of(visits, reachable, effects, values);
        firstRuns = new FirstRuns(this);
        suspensions = new Suspensions(program, visits);
        borders = new Borders(this, effects, fields, visits, suspensions);
        failures = new Failures(this, effects, apiUses, visits, suspensions);
        deliveries = new Deliveries(this, effects, fields, apiUses, visits);
    }

    /** The model of a program, with what this catalogue knows of APIs. */
    public static ReplayModel of(Program program, Catalog catalog) {
        return new ReplayModel(program, catalog);
    }

    public Program program() {
        return program;
    }

    public List<EntryPoint> entryPoints() {
        return starts.stream().map(Map.Entry::getKey).toList();
    }

    /** Every operation in every visit that starts it. */
    public List<Operation> operations() {
        return operations;
    }

    /** Operations of these kinds that replayed code starts, once for each way to them. */
    List<Started> started(Set<OperationKind> kinds) {
        return started.get().stream()
                .filter(s -> kinds.contains(s.operation().kind()))
                .toList();
    }

    /** The first site that runs from an entry point; empty if the entry point has no code. */
    public Optional<Place> start(EntryPoint entry) {
        return Optional.ofNullable(startOf.get(entry))
                .flatMap(v -> v.body().sites().stream().findFirst().map(s -> new Place(s, v)));
    }

    /** What each entry point starts, sorted by entry point. */
    public List<OperationTree> operationTrees() {
        return naming().trees();
    }

    /** The operations that replayed code starts, with their names. */
    public OperationTrees naming() {
        return trees.get();
    }

    private OperationTrees makeTrees() {
        return new OperationTrees(starts, program, reach, effects, new Repetition(effects, visits), fields, deliveries);
    }

    /** Operations whose names differ from one invocation to the next. */
    public List<UnstableName> unstableNames() {
        return new UnstableNames(this, values, origin).find(operations);
    }

    /** Code of a region, nearest to the entry points first. */
    public List<Visit> visits(Region region) {
        return visitsByRegion.getOrDefault(region, List.of());
    }

    /** Uses of APIs in all code that entry points reach. */
    public ApiUses uses() {
        return uses;
    }

    /** Uses of APIs in initializers whose results reach an operation: they differ between sandboxes. */
    public List<ApiUse> initialUsesThatReach() {
        return initialUsesThatReach.get();
    }

    private List<ApiUse> findInitialUsesThatReach() {
        Uses found = new Uses(program, new Targets(program, effects));
        return found.of(explorer.initializers()).stream()
                .filter(u -> reach(u.site()).isPresent())
                .toList();
    }

    /** How the result of a use, or what a field read gives, reaches an operation, and not only lines of its function's log. */
    public Optional<Reached> reach(Site site) {
        return reach.of(site).filter(r -> r.how() != Reached.Way.CAPTURED || !sinks.isOnlyTold(site));
    }

    /** Where the result ends, if it reaches no operation. */
    public Ending ending(Site site) {
        return reach(site).isEmpty() ? sinks.ending(site) : Ending.OTHER;
    }

    /** API uses whose results a value is made of. */
    public Set<Site> sources(Value value, Visit visit) {
        return new Expansion(values).sources(value, visit);
    }

    /** API uses that gave a collection or stream its unfixed order. */
    public Set<Site> unorderedSources(Value value, Visit visit) {
        return new Expansion(orders).sources(value, visit);
    }

    /** Operations that depend on the order of collections that have none. */
    public List<UnorderedUse> unorderedUses() {
        return new UnorderedUses(this, effects).find();
    }

    /** What runs at all, by conditions and by whether something is replayed. */
    public FirstRuns firstRuns() {
        return firstRuns;
    }

    /** An operation that a site's own calls run, directly or deeper. */
    public Optional<Operation> operationInside(Site site, Visit visit) {
        return Operation.at(site, visit, program)
                .or(() -> visit.outgoing(site).stream()
                        .filter(e -> e.how() != Edge.Kind.KEPT)
                        .flatMap(e -> reach.inside(e.callee()).stream())
                        .findFirst());
    }

    /** What suspends the execution when a site of replayed code runs, directly or in what it calls. */
    public Optional<Suspension> suspension(Site site, Visit visit) {
        return suspensions.at(site, visit);
    }

    /** What crosses the border of an operation's function. */
    public Borders borders() {
        return borders;
    }

    /** What becomes of the exceptions by which the SDK ends an invocation. */
    public Failures failures() {
        return failures;
    }

    /** How often the effects of steps are made, and their idempotency keys. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The operation whose function a visit is part of, on a shortest way; empty for a handler's own code. */
    public Optional<Operation> enclosing(Visit visit) {
        return Operation.around(visit);
    }

    /** Whether a function given to the use, or run by it on another thread, starts operations or uses a context. */
    public Optional<Operation> operationOnOtherThread(ApiUse use) {
        return Stream.concat(
                        use.visit().outgoing(use.site()).stream(),
                        Chains.around(use).stream().flatMap(c -> use.visit().outgoing(c).stream()))
                .flatMap(e -> reach.inside(e.callee()).stream())
                .findFirst();
    }

    /** Fields and their assignments as far as handlers reach them. */
    public StateAccess state() {
        return state.get();
    }

    /** The shortest way from an entry point to a site; for one in library code, a way for each place that leads into it. */
    public List<CallPath> paths(Site site, Visit visit) {
        return CallPath.all(site, visit, program);
    }

    /** Library methods that were entered. */
    public Set<MethodKey> enteredLibraryMethods() {
        return dispatch.entered();
    }

    /** Calls with so many implementations that only some were followed. */
    public Set<MethodKey> cappedCalls() {
        return dispatch.capped();
    }
}
