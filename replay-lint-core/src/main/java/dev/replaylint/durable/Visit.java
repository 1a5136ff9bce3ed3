package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A body as it runs in one region, with the functions its parameters are known to be. A body that runs in two regions, or is
 * handed different functions, is visited once for each. Identity decides equality.
 */
public final class Visit {

    private final Body body;
    private final Region region;
    private final Map<Integer, Set<Carrier>> functions;
    private final List<Edge> incoming = new ArrayList<>();
    private final Map<Site, List<Edge>> outgoing = new HashMap<>();
    private final Map<Site, List<Edge>> calls = new HashMap<>();
    private final List<Edge> allOutgoing = new ArrayList<>();
    private Optional<EntryPoint> entry = Optional.empty();

    Visit(Body body, Region region, Map<Integer, Set<Carrier>> functions) {
        this.body = body;
        this.region = region;
        this.functions = new LinkedHashMap<>(functions);
    }

    public Body body() {
        return body;
    }

    public Region region() {
        return region;
    }

    /** The entry point that starts here, if one does. */
    public Optional<EntryPoint> entry() {
        return entry;
    }

    void startsAt(EntryPoint point) {
        entry = Optional.of(point);
    }

    /** What parameter {@code index} is known to be; -1 is the receiver. */
    Set<Carrier> functions(int index) {
        return functions.getOrDefault(index, Set.of());
    }

    /** Ways here; the first one is on a shortest path from an entry point. */
    List<Edge> incoming() {
        return incoming;
    }

    /** What a site of this body runs. */
    List<Edge> outgoing(Site site) {
        return outgoing.getOrDefault(site, List.of());
    }

    /** What a call runs as its own target: not the functions that it is given. */
    List<Edge> calls(Site site) {
        return calls.getOrDefault(site, List.of());
    }

    List<Edge> outgoing() {
        return allOutgoing;
    }

    void connect(Edge edge) {
        List<Edge> known = outgoing.computeIfAbsent(edge.site(), s -> new ArrayList<>());
        if (known.stream().noneMatch(e -> e.callee() == edge.callee() && e.how() == edge.how())) {
            known.add(edge);
            allOutgoing.add(edge);
            if (edge.how() == Edge.Kind.CALL) {
                calls.computeIfAbsent(edge.site(), s -> new ArrayList<>()).add(edge);
            }
            edge.callee().incoming.add(edge);
        }
    }

    /** Of a call that cannot run the edge's callee after all. */
    void cut(Edge edge) {
        outgoing.getOrDefault(edge.site(), new ArrayList<>()).remove(edge);
        calls.getOrDefault(edge.site(), new ArrayList<>()).remove(edge);
        allOutgoing.remove(edge);
        edge.callee().incoming.remove(edge);
    }

    @Override
    public String toString() {
        return region + " " + body;
    }
}
