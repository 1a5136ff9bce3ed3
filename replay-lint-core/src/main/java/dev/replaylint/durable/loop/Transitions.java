package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.Known;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.TableContents;
import dev.replaylint.durable.flow.Tables;
import dev.replaylint.durable.flow.Term;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Context;
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
import java.util.function.Predicate;

/**
 * From which state a loop goes on to which: {@code case HOLD -> state = ok ? PAY : RELEASE}. A state may be reached from several others;
 * as long as no way leads back to one, the loop ends.
 */
final class Transitions {

    /**
     * A constant or an object that becomes the state.
     *
     * @param from in which states that may happen
     */
    private record Assignment(Known state, Predicate<Known> from) {}

    private final Context.Loop loop;
    private final StateTests tests;
    private final Tables tables;
    private final TableContents contents;
    private final List<Assignment> assignments = new ArrayList<>();

    /** What tables tell. */
    private final List<Assignment> told = new ArrayList<>();

    /** In which states one may stay what it is. */
    private final List<Predicate<Known>> stays = new ArrayList<>();

    Transitions(Context.Loop loop, StateTests tests) {
        this.loop = loop;
        this.tests = tests;
        this.tables = new Tables(tests.program());
        this.contents = new TableContents(tables, (read, way) -> assigned(read));
    }

    /** A constant that becomes the state, or an object of a class that stands for one; of others it cannot be told where they come from. */
    void add(Value value, CallFrame at) {
        if (value instanceof Value.FieldValue field && field.read().receiver().isEmpty()) {
            add(new Known.Named(field.read().field()), field.read(), at);
        } else if (value instanceof Value.Result made && made.call().isAllocation()) {
            add(new Known.Made(made.call().target().owner()), made.call(), at);
        }
    }

    private void add(Known state, Site site, CallFrame at) {
        boolean start = at == tests.frame() && site.context().loops().stream().noneMatch(loop::equals);
        assignments.add(new Assignment(state, s -> !start && tests.mayRun(s, site, at)));
    }

    /** Whether a call finds the next state in a table, after each state that there is: {@code TABLE.get(stage).get(event)}. */
    boolean areTold(Site.Call call, CallFrame at) {
        if (!looksUp(call, at)) {
            return false;
        }
        Set<Known> seen = new LinkedHashSet<>();
        assignments.forEach(a -> seen.add(a.state()));
        List<Known> open = new ArrayList<>(seen);
        for (int i = 0; i < open.size(); i++) {
            Known state = open.get(i);
            for (Term next : after(state, call, at)) {
                if (!(Known.of(next.value().settled(), tests.program()).orElse(state) instanceof Known.Named named)) {
                    return false;
                }
                told.add(new Assignment(named, state::equals));
                if (seen.add(named)) {
                    open.add(named);
                }
            }
        }
        return !told.isEmpty();
    }

    private boolean looksUp(Site.Call call, CallFrame at) {
        return tables.takes(call)
                && (tests.isState(call.arguments().get(0), at)
                        || call.receiver().get().settled() instanceof Value.Result table && looksUp(table.call(), at));
    }

    private List<Term> after(Known state, Site.Call call, CallFrame at) {
        Optional<Known> key =
                Optional.of(state).filter(s -> tests.isState(call.arguments().get(0), at));
        Value table = call.receiver().orElseThrow().settled();
        List<Term> maps = table instanceof Value.Result inner && tables.takes(inner.call())
                ? after(state, inner.call(), at)
                : List.of(new Term(table, Way.of(at)));
        List<Term> found = new ArrayList<>(contents.under(key, maps).toList());
        call.arguments().stream().skip(1).forEach(d -> found.add(new Term(d, Way.of(at))));
        return found;
    }

    private List<Term> assigned(Site.FieldRead read) {
        List<Term> found = new ArrayList<>();
        for (Fields.Write write : tests.trail().assigned(read.field())) {
            Located table =
                    tests.trail().follow(write.site().value(), CallFrame.entry(write.visit(), Optional.empty()));
            found.add(new Term(table.value(), Way.of(table.frame())));
        }
        return found;
    }

    /** Whether a method that goes on from a state gives on this way of a choice the state that it has. */
    boolean stays(Value.Join choice, int way, CallFrame at) {
        boolean same = isState(choice.ways().get(way), at);
        return same && stays.add(s -> tests.mayGo(s, choice, way, at));
    }

    /** Whether a method that goes on from a state returns that state here. */
    boolean stays(Site.Return exit, Value returned, CallFrame at) {
        return isState(returned, at) && stays.add(s -> tests.mayRun(s, exit, at));
    }

    private boolean isState(Value value, CallFrame at) {
        return at != tests.frame()
                && (value instanceof Value.This || value instanceof Value.Parameter)
                && tests.isState(value, at);
    }

    /** Whether a round may leave the state what it is. One that is never left is the last one, if nobody sees what ends the loop. */
    boolean mayStay() {
        Map<Known, Set<Known>> next = next();
        return next.keySet().stream()
                .filter(s -> stays.stream().anyMatch(t -> t.test(s)))
                .anyMatch(s -> !next.getOrDefault(s, Set.of()).isEmpty()
                        || loop.exits().stream().anyMatch(e -> tests.isKnown(s, e)));
    }

    /** Whether each of so many assignments is known, and none leads back to a state. */
    boolean leadOn(int all) {
        Map<Known, Set<Known>> next = next();
        return assignments.size() == all && next.keySet().stream().noneMatch(s -> leadsTo(s, s, next, new HashSet<>()));
    }

    private Map<Known, Set<Known>> next() {
        List<Assignment> all = new ArrayList<>(assignments);
        all.addAll(told);
        Map<Known, Set<Known>> next = new HashMap<>();
        all.forEach(a -> next.put(a.state(), new LinkedHashSet<>()));
        next.forEach(
                (state, after) -> all.stream().filter(a -> a.from().test(state)).forEach(a -> after.add(a.state())));
        return next;
    }

    private static boolean leadsTo(Known from, Known to, Map<Known, Set<Known>> next, Set<Known> seen) {
        return next.getOrDefault(from, Set.of()).stream()
                .anyMatch(n -> n.equals(to) || seen.add(n) && leadsTo(n, to, next, seen));
    }
}
