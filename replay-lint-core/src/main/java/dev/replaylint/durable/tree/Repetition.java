package dev.replaylint.durable.tree;

import dev.replaylint.catalog.Runs;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How often an API runs the functions that it is given: as a loop does, as a branch does, or once. */
public final class Repetition {

    private static final String OBJECT = "Ljava/lang/Object;";

    private final Effects effects;
    private final Set<Body> called = new HashSet<>();

    public Repetition(Effects effects, Collection<Visit> visits) {
        this.effects = effects;
        visits.stream().filter(v -> v.incoming().stream().anyMatch(this::calls)).forEach(v -> called.add(v.body()));
    }

    private boolean calls(Edge edge) {
        return edge.how() == Edge.Kind.CALL || (edge.how() != Edge.Kind.KEPT && !keeps(edge.site()));
    }

    /** Whether it is known who calls a function, besides that somebody keeps it. */
    boolean isCalledElsewhere(Visit function) {
        return called.contains(function.body());
    }

    /** Whether code belongs to a function that was put away once: whoever goes through all that were, runs it in one round of many. */
    boolean isKeptOnce(Visit visit) {
        return isKeptOnce(visit, new HashSet<>());
    }

    private boolean isKeptOnce(Visit visit, Set<Visit> seen) {
        List<Edge> ways = visit.incoming();
        List<Edge> keeping = ways.stream()
                .filter(e -> e.how() == Edge.Kind.KEPT || (e.how() != Edge.Kind.CALL && keeps(e.site())))
                .toList();
        return seen.add(visit)
                && !ways.isEmpty()
                && (keeping.isEmpty()
                        ? ways.stream().allMatch(e -> isKeptOnce(e.caller(), seen))
                        : keeping.stream()
                                .allMatch(e -> e.site().context().loops().isEmpty()));
    }

    /** Whether the site leaves it to others to call the functions that it is given: to code that knows them by their type. */
    boolean keeps(Site site) {
        return site instanceof Site.Call call
                && effects.keepers(call).isEmpty()
                && (effects.onlyKeepsFunctions(call.target())
                        || Descriptors.parameters(call.target().descriptor()).stream()
                                .allMatch(p -> p.length() == 1 || p.endsWith(OBJECT)));
    }

    /** What the functions start, as the site runs them. */
    List<OperationNode> arranged(Place place, List<List<OperationNode>> functions, Function<Site.Call, Rounds> rounds) {
        List<OperationNode> all = new ArrayList<>();
        functions.forEach(all::addAll);
        if (!(place.site() instanceof Site.Call call)) {
            return all;
        }
        return effects.runs(call.target())
                .map(runs -> runs == Runs.EACH
                        ? Choices.repeated(all, rounds.apply(call), false, place)
                        : Choices.of(functions, true))
                .orElse(all);
    }
}
