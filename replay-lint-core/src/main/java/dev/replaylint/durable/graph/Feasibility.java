package dev.replaylint.durable.graph;

import dev.replaylint.catalog.Runs;
import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Outcomes;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Explorer;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes from the call graph what does not run because constants that calls pass decide against it. */
public final class Feasibility {

    private static final Set<String> DEFAULTS = Set.of("orElseGet", "or");

    private final Program program;
    private final Effects effects;
    private final Explorer explorer;
    private final Constants constants;

    public Feasibility(Program program, Effects effects, Explorer explorer, Constants constants) {
        this.program = program;
        this.effects = effects;
        this.explorer = explorer;
        this.constants = constants;
    }

    public void refine() {
        explorer.refine(this::skipped);
    }

    private List<Edge> skipped() {
        List<Edge> skipped = new ArrayList<>();
        for (Visit visit : List.copyOf(explorer.visits())) {
            if (visit.region() != Region.INITIALIZATION) {
                skip(visit, skipped);
            }
        }
        explorer.visits().stream()
                .flatMap(v -> v.outgoing().stream())
                .filter(Feasibility::isOnNothing)
                .forEach(skipped::add);
        skipped.addAll(explorer.intoUnmade());
        return skipped;
    }

    private void skip(Visit visit, List<Edge> skipped) {
        Map<Integer, Integer> decided = decided(visit);
        List<Site.Call> unneeded = unneeded(visit);
        if (decided.isEmpty() && unneeded.isEmpty()) {
            return;
        }
        Walk walk = new Walk(s -> false, c -> decided.getOrDefault(c.branch(), c.outcome()) == c.outcome(), s -> true);
        Set<Site> sites = new LinkedHashSet<>(visit.body().sites());
        sites.removeAll(visit.body().flow().fromStart(walk));
        unneeded.forEach(c -> sites.add(((Value.Function) maker(c)).creation()));
        visit.decide(decided.keySet(), sites);
        visit.outgoing().stream()
                .filter(e -> sites.contains(e.site()) || unneeded.contains(e.site()))
                .forEach(skipped::add);
    }

    /**
     * Calls that would make a default by a function, where a value is given: {@code requireNonNullElseGet(at, Instant::now)}, {@code
     * Optional.ofNullable(at).orElseGet(Instant::now)}.
     */
    private List<Site.Call> unneeded(Visit visit) {
        return visit.body().calls().stream()
                .filter(c -> !c.arguments().isEmpty()
                        && maker(c) instanceof Value.Function
                        && effects.runs(c.target()).filter(Runs.MAYBE::equals).isPresent()
                        && preferred(c).filter(v -> isGiven(v, visit)).isPresent())
                .toList();
    }

    private static Value maker(Site.Call call) {
        return call.arguments().get(call.arguments().size() - 1).settled();
    }

    /** What a call gives instead of a default, if that is not {@code null}. */
    private static Optional<Value> preferred(Site.Call call) {
        if (call.receiver().isEmpty()) {
            return Optional.of(call.arguments().get(0))
                    .filter(v -> call.arguments().size() == 2);
        }
        return call.receiver()
                .map(Value::settled)
                .filter(r -> DEFAULTS.contains(call.target().name()) && r instanceof Value.Result)
                .map(r -> ((Value.Result) r).call())
                .filter(c -> c.receiver().isEmpty() && c.arguments().size() == 1)
                .filter(c -> c.target().owner().equals(call.target().owner()))
                .map(c -> c.arguments().get(0));
    }

    private boolean isGiven(Value value, Visit visit) {
        return constants.of(value, visit).filter(k -> k != Known.Nothing.NULL).isPresent();
    }

    /** Whether the object that the edge calls a method of is made by a site that does not run. */
    private static boolean isOnNothing(Edge edge) {
        return edge.receiver()
                .filter(r -> !r.visit().mayBe(r.value().settled()))
                .isPresent();
    }

    /** Which way branches go, by their number, as far as it is known. */
    private Map<Integer, Integer> decided(Visit visit) {
        Map<Integer, Integer> decided = new HashMap<>();
        Outcomes outcomes = new Outcomes(program, v -> constants.of(v, visit));
        Set<Integer> asked = new HashSet<>();
        for (Site site : visit.body().sites()) {
            for (Condition condition : site.context().conditions()) {
                if (asked.add(condition.branch())) {
                    outcomes.of(condition, visit.body()).ifPresent(o -> decided.put(condition.branch(), o));
                }
            }
        }
        return decided;
    }
}
