package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.body.Outcomes;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Decision;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What runs on one way of calls, as constants decide that the calls pass, and that the objects hold that they are made on. */
public final class Decided {

    /** Questions to methods that ask methods. */
    private static final int DEEPEST = 4;

    private final Program program;
    private final Definitions definitions;

    public Decided(Program program, Definitions definitions) {
        this.program = program;
        this.definitions = definitions;
    }

    /** Whether a site of the way's body may run. */
    public boolean runs(Site site, Way way) {
        if (!way.visit().runs(site)) {
            return false;
        }
        Map<Integer, Integer> outcomes = outcomes(site, way);
        Walk walk = new Walk(s -> false, c -> outcomes.getOrDefault(c.branch(), c.outcome()) == c.outcome(), s -> true);
        return outcomes.isEmpty() || way.visit().body().flow().fromStart(walk).contains(site);
    }

    /** Whether a value may come up: it is not made by a site that does not run. */
    boolean mayBe(Value value, Way way) {
        Optional<Site> maker = maker(value.settled());
        return way.visit().mayBe(value) && maker.filter(m -> !runs(m, way)).isEmpty();
    }

    private static Optional<Site> maker(Value value) {
        if (value instanceof Value.Result result) {
            return Optional.of(result.call());
        }
        return value instanceof Value.FieldValue field ? Optional.of(field.read()) : Optional.empty();
    }

    /** What decides whether a site runs, as far as that is not known. */
    List<Condition> conditions(Site site, Way way) {
        Set<Integer> known = outcomes(site, way).keySet();
        return way.visit().conditions(site).stream()
                .filter(c -> !known.contains(c.branch()))
                .toList();
    }

    private Map<Integer, Integer> outcomes(Site site, Way way) {
        Map<Integer, Integer> found = new HashMap<>();
        for (Condition condition : way.visit().conditions(site)) {
            if (!found.containsKey(condition.branch())) {
                outcomes(way, DEEPEST)
                        .of(condition, way.visit().body())
                        .ifPresent(o -> found.put(condition.branch(), o));
            }
        }
        return found;
    }

    private Outcomes outcomes(Way way, int depth) {
        return new Outcomes(program, v -> known(v, way, depth));
    }

    /** The constant that a value is on this way, if it is one. */
    public Optional<Known> known(Value value, Way way) {
        return known(value, way, DEEPEST);
    }

    private Optional<Known> known(Value value, Way way, int depth) {
        Set<Optional<Known>> found = new LinkedHashSet<>();
        for (Term term : definitions.constants(value, way, (join, w) -> choice(join, w, depth))) {
            found.add(known(term, depth));
        }
        return found.size() == 1 ? found.iterator().next() : Optional.empty();
    }

    /** What a join may be, as far as conditions in front of it are known: {@code return this == ONCE}, as class files have it. */
    private Set<Value> choice(Value.Join join, Way way, int depth) {
        Set<Value> left = new LinkedHashSet<>(join.ways());
        for (Decision decision : depth > 0 ? join.decisions() : List.<Decision>of()) {
            outcomes(way, depth - 1)
                    .holds(decision.value(), way.visit().body())
                    .ifPresent(h -> left.retainAll(decision.after(h ? 0 : 1, join.ways())));
        }
        return left;
    }

    private Optional<Known> known(Term term, int depth) {
        Optional<Known> known = Known.of(term.value(), program).filter(k -> k != Known.Something.OBJECT);
        boolean asks = term.value() instanceof Value.Derived && depth > 0;
        return asks
                ? outcomes(term.way(), depth - 1)
                        .holds(term.value(), term.way().visit().body())
                        .map(Known.Literal::of)
                : known;
    }
}
