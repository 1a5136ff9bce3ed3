package dev.replaylint.durable;

import dev.replaylint.catalog.Runs;
import dev.replaylint.program.Body;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How often an API runs the functions that it is given: as a loop does, as a branch does, or once. */
final class Repetition {

    private static final String OBJECT = "Ljava/lang/Object;";

    private final Effects effects;
    private final Set<Body> called = new HashSet<>();

    Repetition(Effects effects, Collection<Visit> visits) {
        this.effects = effects;
        visits.stream()
                .filter(v -> v.incoming().stream().anyMatch(e -> e.how() != Edge.Kind.KEPT && !keeps(e.site())))
                .forEach(v -> called.add(v.body()));
    }

    /** Whether it is known who calls a function, besides that somebody keeps it. */
    boolean isCalledElsewhere(Visit function) {
        return called.contains(function.body());
    }

    /** Whether the site leaves it to others to call the functions that it is given: to code that knows them by their type. */
    boolean keeps(Site site) {
        return site instanceof Site.Call call
                && (effects.onlyKeepsFunctions(call.target())
                        || Descriptors.parameters(call.target().descriptor()).stream()
                                .allMatch(p -> p.length() == 1 || p.endsWith(OBJECT)));
    }

    /** What the functions start, as the site runs them. */
    List<OperationNode> arranged(Site site, List<List<OperationNode>> functions) {
        List<OperationNode> all = new ArrayList<>();
        functions.forEach(all::addAll);
        if (!(site instanceof Site.Call call)) {
            return all;
        }
        return effects.runs(call.target())
                .map(runs -> runs == Runs.EACH ? Choices.repeated(all) : Choices.of(functions, true))
                .orElse(all);
    }
}
