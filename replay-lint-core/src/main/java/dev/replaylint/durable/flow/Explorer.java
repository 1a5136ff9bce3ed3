package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Follows the code from entry points, breadth first, so that the first way found to a visit is a shortest one. */
public final class Explorer {

    /**
     * Beyond this many ways in which one entry point binds a body's function parameters, it is visited with all of them unknown: functions
     * that wrap functions in a recursion have no end.
     */
    private static final int MOST_BINDINGS = 200;

    /** The same, of all bodies together. */
    private static final int MOST_IN_ALL = 20_000;

    private static final int MOST_REFINEMENTS = 3;

    /** Functions that give functions, one after the other, which a loop calls. */
    private static final int MOST_STATES = 16;

    private record Key(
            Body body,
            Region region,
            Map<Integer, Set<Carrier>> functions,
            Map<Integer, Known> selectors,
            Optional<Site> factoryCall) {

        static Key open(Body body, Region region) {
            return new Key(body, region, Map.of(), Map.of(), Optional.empty());
        }

        boolean isBound() {
            return !functions.isEmpty() || !selectors.isEmpty() || factoryCall.isPresent();
        }
    }

    private final Selectors selectors;
    private final Targets targets;
    private final Map<Key, Visit> visits = new LinkedHashMap<>();
    private final Map<Body, Integer> bindings = new HashMap<>();
    private int bindingsInAll;
    private final Memo<Body, Boolean> feeding = new Memo<>(Explorer::feeds);
    private final Set<Visit> starts = new LinkedHashSet<>();
    private final Set<MethodKey> visited = new HashSet<>();
    private final Deque<Visit> open = new ArrayDeque<>();

    public Explorer(Program program, Targets targets) {
        this.selectors = new Selectors(program);
        this.targets = targets;
    }

    /** All visits so far, in the order they were found. */
    public Collection<Visit> visits() {
        return visits.values();
    }

    /** What initializers have run so far; functions that they only put away run elsewhere. */
    public List<Visit> initializers() {
        return reached(e -> e.how() != Edge.Kind.KEPT).stream()
                .filter(v -> v.region() == Region.INITIALIZATION)
                .toList();
    }

    /** Whether the method's code runs when a handler does. */
    public boolean isVisited(MethodKey method) {
        return visited.contains(method);
    }

    /** Starts at a body and follows everything it runs. */
    public Visit explore(Body body, Region region, Optional<EntryPoint> entry) {
        bindings.clear();
        bindingsInAll = 0;
        Visit start = visit(Key.open(body, region));
        starts.add(start);
        entry.ifPresent(start::startsAt);
        run();
        return start;
    }

    private void run() {
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            targets.kept().looksAt(visit);
            connect(visit);
            // What a state gives is what the next round calls: state = state.run(ctx).
            for (int known = 0, left = MOST_STATES; known < visit.outgoing().size() && left > 0; left--) {
                known = visit.outgoing().size();
                if (feeding.get(visit.body())) {
                    connect(visit);
                }
            }
            if (open.isEmpty()) {
                open.addAll(targets.kept().outdated());
            }
        }
    }

    private void connect(Visit visit) {
        for (Site site : visit.body().sites()) {
            targets.of(site, visit).forEach(t -> connect(visit, site, t));
        }
    }

    private static boolean feeds(Body body) {
        return body.calls().stream().anyMatch(Targets::feedsItself);
    }

    /** Whether objects of the class have fields that may keep functions. */
    public boolean isKeeper(String className) {
        return targets.isKeeper(className);
    }

    /** Cuts edges that turn out to be impossible; without them more may turn out to be. */
    public void refine(Supplier<List<Edge>> impossible) {
        List<Edge> found = impossible.get();
        for (int round = 1; !found.isEmpty(); round++) {
            found.forEach(e -> e.caller().cut(e));
            forgetUnreached();
            found = round < MOST_REFINEMENTS ? impossible.get() : List.of();
        }
    }

    /** Whether there are more implementations of what is called. */
    public boolean hasOthers(Site.Call call, Visit visit) {
        return targets.dispatch().bodies(call, visit).size() > 1;
    }

    /** Follows a call into bodies that were left out: there are too many that it might run, or none of them was found. */
    public void addLeftOut(Site.Call call, Visit visit, Set<Body> bodies, boolean none) {
        if (none || targets.dispatch().capped().contains(call.target())) {
            bodies.forEach(b -> connect(visit, call, Targets.target(call, visit, b)));
            run();
        }
    }

    /** Ways into functions that are not made after all, as code shows that turns out not to run. */
    public List<Edge> intoUnmade() {
        Set<String> unmade = new HashSet<>();
        visits.values()
                .forEach(v ->
                        v.unmade().forEach(f -> unmade.add(f.implementation().name())));
        return visits.values().stream()
                .flatMap(v -> v.outgoing().stream())
                .filter(e -> unmade.contains(e.callee().body().key().name()) && !isTarget(e))
                .toList();
    }

    /** Whether the site still runs the body: another function, or the same made elsewhere, may have it too. */
    private boolean isTarget(Edge edge) {
        Body body = edge.callee().body();
        return targets.of(edge.site(), edge.caller()).stream().anyMatch(t -> t.body() == body);
    }

    /** Forgets what no start leads to any more. */
    private void forgetUnreached() {
        Set<Visit> reached = reached(e -> true);
        visits.values().stream()
                .filter(v -> !reached.contains(v))
                .forEach(v -> List.copyOf(v.outgoing()).forEach(v::cut));
        visits.values().retainAll(reached);
        visited.clear();
        visits.values().stream()
                .filter(v -> v.region() != Region.INITIALIZATION)
                .forEach(v -> visited.add(v.body().key()));
    }

    private Set<Visit> reached(Predicate<Edge> followed) {
        Set<Visit> reached = new LinkedHashSet<>(starts);
        Deque<Visit> toFollow = new ArrayDeque<>(starts);
        while (!toFollow.isEmpty()) {
            for (Edge edge : toFollow.poll().outgoing()) {
                if (followed.test(edge) && reached.add(edge.callee())) {
                    toFollow.add(edge.callee());
                }
            }
        }
        return reached;
    }

    private void connect(Visit caller, Site site, Target target) {
        Map<Integer, Known> selected = selectors.of(target.body(), target.arguments());
        // What a factory makes is another thing for each call of it.
        Optional<Site> factoryCall = Optional.of(site).filter(s -> targets.makesFunctions(target.body()));
        Visit callee = visit(new Key(target.body(), target.region(), functions(target), selected, factoryCall));
        caller.connect(new Edge(caller, site, callee, target.how(), target.receiver(), target.arguments()));
    }

    private Map<Integer, Set<Carrier>> functions(Target target) {
        Map<Integer, Set<Carrier>> functions = new TreeMap<>();
        target.receiver().ifPresent(r -> bind(-1, r, functions));
        for (int i = 0; i < target.arguments().size(); i++) {
            int index = i;
            target.arguments().get(i).ifPresent(a -> bind(index, a, functions));
        }
        return functions;
    }

    private void bind(int index, Edge.Bound argument, Map<Integer, Set<Carrier>> functions) {
        Set<Carrier> known = targets.carriers(argument.value(), argument.visit());
        if (!known.isEmpty()) {
            functions.put(index, known);
        }
    }

    private Visit visit(Key key) {
        Visit known = visits.get(key);
        if (known != null) {
            return known;
        }
        if (key.isBound() && isTooMany(key.body())) {
            return visit(Key.open(key.body(), key.region()));
        }
        Visit created = new Visit(key.body(), key.region(), key.functions(), key.selectors());
        visits.put(key, created);
        targets.kept().note(created);
        if (key.region() != Region.INITIALIZATION) {
            visited.add(key.body().key());
        }
        open.add(created);
        return created;
    }

    private boolean isTooMany(Body body) {
        bindingsInAll++;
        return bindings.merge(body, 1, Integer::sum) > MOST_BINDINGS || bindingsInAll > MOST_IN_ALL;
    }

    /**
     * What a site runs.
     *
     * @param receiver the body's {@code this}, if known
     * @param arguments the body's parameters, as far as known
     */
    record Target(
            Body body,
            Region region,
            Edge.Kind how,
            Optional<Edge.Bound> receiver,
            List<Optional<Edge.Bound>> arguments) {

        Target {
            arguments = List.copyOf(arguments);
        }

        static List<Optional<Edge.Bound>> bound(Visit visit, List<? extends Value> values) {
            List<Optional<Edge.Bound>> bound = new ArrayList<>();
            values.forEach(v -> bound.add(Optional.of(new Edge.Bound(visit, v))));
            return bound;
        }
    }
}
