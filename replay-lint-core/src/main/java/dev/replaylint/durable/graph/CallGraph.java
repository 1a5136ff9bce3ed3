package dev.replaylint.durable.graph;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Explorer;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes from the call graph the implementations that no object has on which a method is called. */
public final class CallGraph {

    private final Program program;
    private final Explorer explorer;
    private final MadeObjects objects;

    public CallGraph(Program program, Explorer explorer, MadeObjects objects) {
        this.program = program;
        this.explorer = explorer;
        this.objects = objects;
    }

    public void refine() {
        explorer.refine(this::impossible);
    }

    private List<Edge> impossible() {
        List<Edge> impossible = new ArrayList<>();
        List<Visit> visits = List.copyOf(explorer.visits());
        boolean proxies =
                visits.stream().flatMap(v -> v.body().calls().stream()).anyMatch(Proxies::isOne);
        visits.forEach(v -> collect(v, proxies, impossible));
        return impossible;
    }

    private void collect(Visit visit, boolean proxies, List<Edge> impossible) {
        for (Site.Call call : visit.body().calls()) {
            List<Edge> edges = visit.calls(call);
            if (call.dispatch() == Dispatch.VIRTUAL
                    && (edges.size() > 1 || edges.size() == 1 && (proxies || explorer.hasOthers(call, visit)))) {
                possible(call, visit).ifPresent(p -> {
                    // The functions that were known when the call was looked at need not be all.
                    boolean none =
                            edges.stream().noneMatch(e -> p.contains(e.callee().body()));
                    explorer.addLeftOut(call, visit, p, none);
                    visit.calls(call).stream()
                            .filter(e -> !p.contains(e.callee().body()))
                            .forEach(impossible::add);
                });
            }
            referred(call, visit).filter(this::isOfOthers).forEach(impossible::add);
        }
    }

    /** The implementations that a call may run by a reference to a method that has several. */
    private static Stream<Edge> referred(Site.Call call, Visit visit) {
        if (visit.outgoing(call).size() < 2) {
            return Stream.of();
        }
        List<Edge> edges = visit.outgoing(call).stream()
                .filter(e -> e.receiver().isPresent() && !(e.how() == Edge.Kind.CALL && isOwn(call, e)))
                .toList();
        Map<String, Long> names = edges.stream()
                .collect(Collectors.groupingBy(e -> e.callee().body().key().name(), Collectors.counting()));
        return edges.stream()
                .filter(e -> names.getOrDefault(e.callee().body().key().name(), 0L) > 1);
    }

    private static boolean isOwn(Site.Call call, Edge edge) {
        return call.receiver().isPresent()
                && edge.receiver()
                        .filter(r -> r.value() == call.receiver().get())
                        .isPresent();
    }

    /** Whether none of the objects that the receiver may be has the method. */
    private boolean isOfOthers(Edge edge) {
        Edge.Bound receiver = edge.receiver().orElseThrow();
        Body body = edge.callee().body();
        return objects.classes(receiver.value(), receiver.visit())
                .filter(classes -> classes.stream()
                        .noneMatch(c -> program.implementation(body.key().in(c))
                                .filter(body::equals)
                                .isPresent()))
                .isPresent();
    }

    /** The bodies that the call may run; empty if that is not known. */
    private Optional<Set<Body>> possible(Site.Call call, Visit visit) {
        Set<String> classes = call.receiver()
                .flatMap(r -> objects.classes(r, visit).or(() -> HandlerTypes.of(r, visit)))
                .orElse(Set.of());
        Set<Body> bodies = new LinkedHashSet<>();
        classes.forEach(c -> program.implementation(call.target().in(c)).ifPresent(bodies::add));
        return bodies.isEmpty() && !classes.contains(Proxies.TYPE) ? Optional.empty() : Optional.of(bodies);
    }
}
