package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A body as it runs in one region, with the functions its parameters are known to be. A body that runs in two regions, or is
 * handed different functions or flags, is visited once for each. Identity decides equality.
 */
public final class Visit {

    /** Values are made of values. */
    private static final int DEEPEST = 4;

    private final Body body;
    private final Region region;
    private final Map<Integer, Set<Carrier>> functions;
    private final Map<Integer, Known> selectors;
    private final List<Edge> incoming = new ArrayList<>();
    private final Map<Site, List<Edge>> outgoing = new HashMap<>();
    private final Map<Site, List<Edge>> calls = new HashMap<>();
    private final List<Edge> allOutgoing = new ArrayList<>();
    private final List<Edge> shown = new ArrayList<>();
    private Set<Integer> decided = Set.of();
    private Set<Site> skipped = Set.of();
    private final Set<String> handlers = new LinkedHashSet<>();
    private Optional<EntryPoint> entry = Optional.empty();
    private final List<Visit> givers = new ArrayList<>();
    private Optional<Visit> givenTo = Optional.empty();

    public Visit(Body body, Region region, Map<Integer, Set<Carrier>> functions) {
        this(body, region, functions, Map.of());
    }

    Visit(Body body, Region region, Map<Integer, Set<Carrier>> functions, Map<Integer, Known> selectors) {
        this.body = body;
        this.region = region;
        this.functions = new LinkedHashMap<>(functions);
        this.selectors = Map.copyOf(selectors);
    }

    public Body body() {
        return body;
    }

    public Region region() {
        return region;
    }

    /** The entry point that starts here, if one does; of handlers that inherit their method, the first one's. */
    public Optional<EntryPoint> entry() {
        return entry;
    }

    /** The handlers whose method starts here. */
    public Set<String> handlers() {
        return handlers;
    }

    void startsAt(EntryPoint point) {
        entry = entry.or(() -> Optional.of(point));
        if (point.kind() == EntryPoint.Kind.HANDLER) {
            handlers.add(point.method().owner());
        }
    }

    /** Tells of code that runs before, for what the entry point is given: at every invocation. */
    public void isGivenBy(Visit maker) {
        givers.add(maker);
        maker.givenTo = maker.givenTo.or(() -> Optional.of(this));
    }

    /** Code that makes what the entry point is given. */
    List<Visit> givers() {
        return givers;
    }

    /** The entry point that is given what this code makes. */
    Optional<Visit> givenTo() {
        return givenTo;
    }

    /** What parameter {@code index} is known to be; -1 is the receiver. */
    Set<Carrier> functions(int index) {
        return functions.getOrDefault(index, Set.of());
    }

    /** What parameter {@code index} is, if callers pass a constant by which the body decides. */
    Optional<Known> selector(int index) {
        return Optional.ofNullable(selectors.get(index));
    }

    /** Ways here; the first one is on a shortest path from an entry point. */
    public List<Edge> incoming() {
        return incoming;
    }

    /** Whether somebody is known to run the body: not one who is explored for itself, as constructors with parameters are. */
    boolean isCalled() {
        return isCalled(new HashSet<>());
    }

    private boolean isCalled(Set<Visit> seen) {
        return !body.key().isConstructor()
                || body.key().arity() == 0
                || incoming.stream().map(Edge::caller).anyMatch(c -> seen.add(c) && c.isCalled(seen));
    }

    /** What a site of this body runs. */
    public List<Edge> outgoing(Site site) {
        return outgoing.getOrDefault(site, List.of());
    }

    /** What a call runs as its own target: not the functions that it is given. */
    public List<Edge> calls(Site site) {
        return calls.getOrDefault(site, List.of());
    }

    public List<Edge> outgoing() {
        return allOutgoing;
    }

    /** The methods that give the text of objects that a text has as its parts. */
    List<Edge> shown(Value.Template text) {
        return shown.isEmpty()
                ? List.of()
                : shown.stream()
                        .filter(e -> e.receiver().isPresent()
                                && Value.settled(text.parts())
                                        .contains(e.receiver().get().value()))
                        .toList();
    }

    /** Where a function that the body makes runs, as far as the body's own calls run it. */
    public Optional<Visit> run(Site.FunctionCreation function) {
        return allOutgoing.stream()
                .map(Edge::callee)
                .filter(v -> v.body().key().equals(function.implementation()))
                .findFirst();
    }

    void connect(Edge edge) {
        List<Edge> known = outgoing.computeIfAbsent(edge.site(), s -> new ArrayList<>());
        if (known.stream().noneMatch(e -> e.callee() == edge.callee() && e.how() == edge.how())) {
            known.add(edge);
            allOutgoing.add(edge);
            if (edge.how() == Edge.Kind.SHOWN) {
                shown.add(edge);
            }
            if (edge.how() == Edge.Kind.CALL) {
                calls.computeIfAbsent(edge.site(), s -> new ArrayList<>()).add(edge);
            }
            edge.callee().incoming.add(edge);
        }
    }

    /** Tells of branches of which it is known which way they go in this visit, and the sites that do not run then. */
    public void decide(Set<Integer> branches, Set<Site> sites) {
        decided = Set.copyOf(branches);
        skipped = Set.copyOf(sites);
    }

    /** What decides whether a site runs, as far as that is not known. */
    public List<Condition> conditions(Site site) {
        List<Condition> all = site.context().conditions();
        return decided.isEmpty()
                ? all
                : all.stream().filter(c -> !decided.contains(c.branch())).toList();
    }

    /** The functions that the body would make at sites that do not run here. */
    Stream<Site.FunctionCreation> unmade() {
        return skipped.stream().filter(Site.FunctionCreation.class::isInstance).map(Site.FunctionCreation.class::cast);
    }

    /** Whether a site of the body may run here. */
    public boolean runs(Site site) {
        return !skipped.contains(site);
    }

    /** Whether a value may come up: it is not what a site gives that does not run. */
    public boolean mayBe(Value value) {
        return skipped.isEmpty() || mayBe(value, DEEPEST);
    }

    private boolean mayBe(Value value, int depth) {
        if (value instanceof Value.Result result) {
            return runs(result.call());
        }
        if (value instanceof Value.Template text && depth > 0) {
            return text.parts().stream().allMatch(p -> mayBe(p, depth - 1));
        }
        if (value instanceof Value.Derived derived && depth > 0) {
            return derived.operands().stream().allMatch(o -> mayBe(o, depth - 1));
        }
        if (value instanceof Value.FieldValue field) {
            return runs(field.read());
        }
        if (value instanceof Value.Function function) {
            return runs(function.creation());
        }
        return !(value instanceof Value.NewArray array) || runs(array.creation());
    }

    /** The returns that may run. */
    public Stream<Site.Return> returns() {
        return body.sites(Site.Return.class).filter(this::runs);
    }

    /** What the body may return. */
    public Stream<Value> returned() {
        return returns().flatMap(r -> r.value().stream());
    }

    /** Of a call that cannot run the edge's callee after all. */
    void cut(Edge edge) {
        outgoing.getOrDefault(edge.site(), new ArrayList<>()).remove(edge);
        calls.getOrDefault(edge.site(), new ArrayList<>()).remove(edge);
        allOutgoing.remove(edge);
        shown.remove(edge);
        edge.callee().incoming.remove(edge);
    }

    @Override
    public String toString() {
        return region + " " + body;
    }

    /** The visits with which handlers start that lead to this one, or that it is itself. */
    public Set<Visit> starts() {
        Set<Visit> seen = new LinkedHashSet<>(Set.of(this));
        Deque<Visit> open = new ArrayDeque<>(seen);
        Set<Visit> found = new HashSet<>();
        while (!open.isEmpty()) {
            Visit at = open.poll();
            if (at.entry().isPresent() || at.incoming().isEmpty()) {
                found.add(at);
            }
            at.incoming().stream().map(Edge::caller).filter(seen::add).forEach(open::add);
        }
        return found;
    }
}
