package dev.replaylint.durable;

import dev.replaylint.program.CaseLabel;
import dev.replaylint.program.Context;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Decision;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * From which state a loop goes on to which: {@code case HOLD -> state = ok ? PAY : RELEASE}. A state may be reached from several others;
 * as long as no way leads back to one, the loop ends.
 */
final class Transitions {

    /**
     * A constant that becomes the state.
     *
     * @param frame where the site is
     */
    private record Assignment(FieldKey state, Site site, CallFrame frame) {}

    /**
     * A way on which the state stays what it is.
     *
     * @param frame where the choice is made
     */
    private record Stay(Value.Join choice, int way, CallFrame frame) {}

    /** By the outcome of a condition for which the two are equal. */
    private static final List<String> EQUALITY = List.of("==", "!=");

    private final Context.Loop loop;
    private final CallFrame frame;
    private final Program program;

    /** Whether a value is the state, in the body of the loop. */
    private final Predicate<Value> isState;

    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();

    Transitions(Context.Loop loop, CallFrame frame, Program program, Predicate<Value> isState) {
        this.program = program;
        this.loop = loop;
        this.frame = frame;
        this.isState = isState;
    }

    /** A constant that becomes the state; what is no constant of an enum cannot be told from which state it comes. */
    void add(Value value, CallFrame at) {
        if (value instanceof Value.FieldValue field && field.read().receiver().isEmpty()) {
            assignments.add(new Assignment(field.read().field(), field.read(), at));
        }
    }

    /** Whether a method that goes on from a state gives on this way of a choice the state that it has. */
    boolean stays(Value.Join choice, int way, CallFrame at) {
        Value given = choice.ways().get(way);
        boolean same =
                at != frame && (given instanceof Value.This || given instanceof Value.Parameter) && asks(given, at);
        return same && stays.add(new Stay(choice, way, at));
    }

    /** Whether a round may leave the state what it is. */
    boolean mayStay() {
        return stays.stream()
                .anyMatch(
                        s -> outside(decided(s), s.frame()).filter(Set::isEmpty).isEmpty());
    }

    /** The states in which a choice is made so, as far as its branches ask for the state. */
    private Optional<Set<FieldKey>> decided(Stay stay) {
        Optional<Set<FieldKey>> from = Optional.empty();
        for (Decision decision : stay.choice().decisions()) {
            List<Optional<Set<FieldKey>>> ways = decision.outcomes().keySet().stream()
                    .filter(o -> decision.leads(o, stay.way()))
                    .map(o -> states(new Condition(decision.branch(), decision.value(), o), stay.frame()))
                    .toList();
            if (!ways.isEmpty() && ways.stream().allMatch(Optional::isPresent)) {
                Set<FieldKey> any = new LinkedHashSet<>();
                ways.forEach(w -> any.addAll(w.orElseThrow()));
                from = both(from, Optional.of(any));
            }
        }
        return from;
    }

    /** Whether each of so many assignments is one from known states, and none leads back; those that end the loop lead nowhere. */
    boolean leadOn(int all, Collection<Object> last) {
        Map<FieldKey, Set<FieldKey>> next = new HashMap<>();
        for (Assignment assignment : assignments) {
            Optional<Set<FieldKey>> from = isStart(assignment) ? Optional.of(Set.of()) : from(assignment);
            if (from.isEmpty()) {
                return false;
            }
            from.get().stream()
                    .filter(f -> !last.contains(f))
                    .forEach(f ->
                            next.computeIfAbsent(f, k -> new LinkedHashSet<>()).add(assignment.state()));
        }
        return assignments.size() == all && next.keySet().stream().noneMatch(s -> leadsTo(s, s, next, new HashSet<>()));
    }

    private static boolean leadsTo(FieldKey from, FieldKey to, Map<FieldKey, Set<FieldKey>> next, Set<FieldKey> seen) {
        return next.getOrDefault(from, Set.of()).stream()
                .anyMatch(n -> n.equals(to) || seen.add(n) && leadsTo(n, to, next, seen));
    }

    private boolean isStart(Assignment assignment) {
        return assignment.frame() == frame
                && assignment.site().context().loops().stream().noneMatch(loop::equals);
    }

    /** The states in which an assignment is made; empty if that is not known. */
    private Optional<Set<FieldKey>> from(Assignment assignment) {
        return outside(at(assignment.site(), assignment.frame()), assignment.frame());
    }

    private Optional<Set<FieldKey>> at(Site site, CallFrame at) {
        Optional<Set<FieldKey>> from = Optional.empty();
        for (Condition condition : at.visit().conditions(site)) {
            from = both(from, states(condition, at));
        }
        return from;
    }

    /** Those of some states in which the calls are made that lead to a frame. */
    private Optional<Set<FieldKey>> outside(Optional<Set<FieldKey>> some, CallFrame inner) {
        Optional<Set<FieldKey>> from = both(some, ofItself(inner));
        CallFrame at = inner;
        while (at != frame && at.edge().isPresent() && at.caller().isPresent()) {
            Site site = at.edge().get().site();
            at = at.caller().get();
            from = both(both(from, at(site, at)), ofItself(at));
        }
        return from;
    }

    private static Optional<Set<FieldKey>> both(Optional<Set<FieldKey>> some, Optional<Set<FieldKey>> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.or(() -> others);
        }
        Set<FieldKey> both = new LinkedHashSet<>(some.get());
        both.retainAll(others.get());
        return Optional.of(both);
    }

    /** The state whose own method this is: constants of enums have classes. */
    private Optional<Set<FieldKey>> ofItself(CallFrame at) {
        String owner = at.visit().body().key().owner();
        return isHanded(-1, at)
                ? assignments.stream()
                        .map(a -> a.state().owner())
                        .distinct()
                        .flatMap(e -> constants(e).entrySet().stream())
                        .filter(c -> c.getKey().equals(owner))
                        .map(c -> Set.of(c.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    /** The constants of an enum by their classes; without those that have none of their own. */
    private Map<String, FieldKey> constants(String type) {
        Map<String, FieldKey> found = new HashMap<>();
        program.body(new MethodKey(type, MethodKey.STATIC_INITIALIZER, "()V")).stream()
                .flatMap(b -> b.sites(Site.FieldWrite.class))
                .filter(w -> w.value().settled() instanceof Value.Result)
                .forEach(w -> found.put(
                        ((Value.Result) w.value().settled()).call().target().owner(), w.field()));
        found.remove(type);
        return found;
    }

    /** The states in which a condition holds; empty if it does not ask for the state. */
    private Optional<Set<FieldKey>> states(Condition condition, CallFrame at) {
        Value value = condition.value().settled();
        List<Set<CaseLabel>> labels = at.visit().body().flow().labels(condition.branch());
        if (!labels.isEmpty()) {
            return isOfStates(labels) && asks(value, at)
                    ? Optional.of(chosenBy(labels, condition.outcome()))
                    : Optional.empty();
        }
        boolean asks = value instanceof Value.Derived test
                && EQUALITY.contains(test.operator())
                && test.operands().stream().anyMatch(o -> asks(o.settled(), at));
        return asks ? compared((Value.Derived) value, condition.outcome()) : Optional.empty();
    }

    private Optional<Set<FieldKey>> compared(Value.Derived test, int outcome) {
        boolean equal = test.operator().equals(EQUALITY.get(outcome));
        return test.operands().stream()
                .map(Value::settled)
                .filter(o ->
                        o instanceof Value.FieldValue f && f.read().receiver().isEmpty())
                .map(o -> ((Value.FieldValue) o).read().field())
                .findFirst()
                .map(f -> equal ? Set.of(f) : without(Set.of(f)));
    }

    /** All states that are ever assigned, but some. */
    private Set<FieldKey> without(Set<FieldKey> some) {
        Set<FieldKey> others = new LinkedHashSet<>();
        assignments.forEach(a -> others.add(a.state()));
        others.removeAll(some);
        return others;
    }

    /** Other compilers than javac select by numbers of their own. */
    private static boolean isOfStates(List<Set<CaseLabel>> labels) {
        return labels.stream()
                .flatMap(Set::stream)
                .allMatch(l -> l instanceof CaseLabel.EnumConstant || l == CaseLabel.Default.DEFAULT);
    }

    /** The states of a label; what no label names are those that are ever assigned and are in no other. */
    private Set<FieldKey> chosenBy(List<Set<CaseLabel>> labels, int outcome) {
        Set<FieldKey> chosen = named(labels.get(outcome));
        if (labels.get(outcome).contains(CaseLabel.Default.DEFAULT)) {
            Set<FieldKey> others = new LinkedHashSet<>();
            labels.forEach(l -> others.addAll(named(l)));
            chosen.addAll(without(others));
        }
        return chosen;
    }

    private static Set<FieldKey> named(Set<CaseLabel> labels) {
        Set<FieldKey> named = new LinkedHashSet<>();
        labels.stream()
                .filter(CaseLabel.EnumConstant.class::isInstance)
                .forEach(l -> named.add(((CaseLabel.EnumConstant) l).field()));
        return named;
    }

    /** Whether a value is the state, or what a {@code switch} makes of it; also one that a method has been handed. */
    private boolean asks(Value value, CallFrame at) {
        if (at == frame && isState.test(value)) {
            return true;
        }
        if (value instanceof Value.Parameter parameter) {
            return isHanded(parameter.index(), at);
        }
        return value instanceof Value.This
                ? isHanded(-1, at)
                : States.parts(value).stream().anyMatch(p -> asks(p.settled(), at));
    }

    private boolean isHanded(int parameter, CallFrame at) {
        return at != frame
                && at.caller().isPresent()
                && at.edge()
                        .flatMap(e -> e.argument(parameter))
                        .filter(b -> b.visit() == at.caller().get().visit())
                        .filter(b -> asks(b.value().settled(), at.caller().get()))
                        .isPresent();
    }
}
