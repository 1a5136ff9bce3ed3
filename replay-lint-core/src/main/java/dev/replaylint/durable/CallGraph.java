package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Dispatch;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes from the call graph the implementations that no object has on which a method is called. */
final class CallGraph {

    private final Program program;
    private final Explorer explorer;
    private final MadeObjects objects;

    CallGraph(Program program, Explorer explorer, MadeObjects objects) {
        this.program = program;
        this.explorer = explorer;
        this.objects = objects;
    }

    void refine() {
        explorer.refine(this::impossible);
    }

    private List<Edge> impossible() {
        List<Edge> impossible = new ArrayList<>();
        List.copyOf(explorer.visits()).forEach(v -> collect(v, impossible));
        return impossible;
    }

    private void collect(Visit visit, List<Edge> impossible) {
        for (Site.Call call : visit.body().calls()) {
            List<Edge> edges = visit.calls(call);
            if (edges.size() > 1 && call.dispatch() == Dispatch.VIRTUAL) {
                possible(call, visit).ifPresent(p -> {
                    explorer.addLeftOut(call, visit, p);
                    visit.calls(call).stream()
                            .filter(e -> !p.contains(e.callee().body()))
                            .forEach(impossible::add);
                });
            }
        }
    }

    /** The bodies that the call may run; empty if that is not known. */
    private Optional<Set<Body>> possible(Site.Call call, Visit visit) {
        Set<Body> bodies = new LinkedHashSet<>();
        call.receiver()
                .flatMap(r -> objects.classes(r, visit).or(() -> HandlerTypes.of(r, visit)))
                .ifPresent(classes -> classes.forEach(
                        c -> program.implementation(call.target().in(c)).ifPresent(bodies::add)));
        return bodies.isEmpty() ? Optional.empty() : Optional.of(bodies);
    }
}
