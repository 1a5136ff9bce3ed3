package dev.replaylint.durable;

import dev.replaylint.catalog.Runs;
import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import dev.replaylint.program.type.JavaType.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Takes from the call graph what does not run because constants that calls pass decide against it. */
final class Feasibility {

    private final Program program;
    private final Effects effects;
    private final Explorer explorer;
    private final Constants constants;

    Feasibility(Program program, Effects effects, Explorer explorer, Constants constants) {
        this.program = program;
        this.effects = effects;
        this.explorer = explorer;
        this.constants = constants;
    }

    void refine() {
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
        unneeded.forEach(c -> sites.add(((Value.Function) c.arguments().get(1).settled()).creation()));
        visit.decide(decided.keySet(), sites);
        visit.outgoing().stream()
                .filter(e -> sites.contains(e.site()) || unneeded.contains(e.site()))
                .forEach(skipped::add);
    }

    /** Calls that would make a default by a function, where a value is given: {@code requireNonNullElseGet(at, Instant::now)}. */
    private List<Site.Call> unneeded(Visit visit) {
        return visit.body().calls().stream()
                .filter(c -> c.receiver().isEmpty() && c.arguments().size() == 2)
                .filter(c -> c.arguments().get(1).settled() instanceof Value.Function
                        && effects.runs(c.target()).filter(Runs.MAYBE::equals).isPresent()
                        && isGiven(c.arguments().get(0), visit))
                .toList();
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
        Set<Integer> asked = new HashSet<>();
        for (Site site : visit.body().sites()) {
            for (Condition condition : site.context().conditions()) {
                if (asked.add(condition.branch())) {
                    outcome(condition, visit).ifPresent(o -> decided.put(condition.branch(), o));
                }
            }
        }
        return decided;
    }

    private Optional<Integer> outcome(Condition condition, Visit visit) {
        List<Set<CaseLabel>> labels = visit.body().flow().labels(condition.branch());
        return labels.isEmpty()
                ? holds(condition.value(), visit).map(h -> h ? 0 : 1)
                : constants.of(condition.value(), visit).flatMap(k -> chosen(k, labels));
    }

    /** Which case a value chooses; with {@code null} there is none. */
    private static Optional<Integer> chosen(Known value, List<Set<CaseLabel>> labels) {
        if (!(value instanceof Known.Literal) && !(value instanceof Known.Named)) {
            return Optional.empty();
        }
        Optional<Integer> named =
                first(labels, l -> Known.of(l).filter(value::equals).isPresent());
        return named.or(() -> first(labels, CaseLabel.Default.DEFAULT::equals));
    }

    private static Optional<Integer> first(List<Set<CaseLabel>> labels, Predicate<CaseLabel> wanted) {
        for (int outcome = 0; outcome < labels.size(); outcome++) {
            if (labels.get(outcome).stream().anyMatch(wanted)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private Optional<Boolean> holds(Value value, Visit visit) {
        Value settled = value.settled();
        if (settled instanceof Value.Derived derived) {
            return derived(derived, visit);
        }
        if (settled instanceof Value.Result result
                && result.call().target().name().equals("equals")) {
            List<Value> operands = Operands.all(result.call());
            return operands.size() == 2 ? both(operands, visit, Known::equal) : Optional.empty();
        }
        return isTruth(settled, visit) ? truth(settled, visit) : Optional.empty();
    }

    private Optional<Boolean> derived(Value.Derived derived, Visit visit) {
        List<Value> operands = derived.operands();
        if (derived.operator().equals("!")) {
            return holds(operands.get(0), visit).map(h -> !h);
        }
        return operands.size() == 2
                ? both(operands, visit, (a, b) -> Known.compared(a, derived.operator(), b))
                : Optional.empty();
    }

    private Optional<Boolean> both(
            List<Value> operands, Visit visit, BiFunction<Known, Known, Optional<Boolean>> comparison) {
        Optional<Known> second = constants.of(operands.get(1), visit);
        Optional<Known> first = second.flatMap(s -> constants.of(operands.get(0), visit));
        return first.flatMap(a -> comparison.apply(a, second.get()));
    }

    private Optional<Boolean> truth(Value value, Visit visit) {
        return constants.of(value, visit).flatMap(k -> Known.compared(k, "!=", Known.Literal.ZERO));
    }

    /** Whether the value is of type {@code boolean}; one that a {@code switch} selects by has more than two outcomes. */
    private boolean isTruth(Value value, Visit visit) {
        if (value instanceof Value.Parameter parameter) {
            List<String> types = visit.body().shape().parameterTypes();
            return parameter.index() < types.size()
                    && types.get(parameter.index()).equals("Z");
        }
        if (value instanceof Value.Result result) {
            MethodKey target = result.call().target();
            return Descriptors.result(target.descriptor()).equals("Z");
        }
        return value instanceof Value.FieldValue field && isTruth(field.read().field());
    }

    private boolean isTruth(FieldKey field) {
        return program.field(field).filter(f -> f.type() == Primitive.BOOLEAN).isPresent();
    }
}
