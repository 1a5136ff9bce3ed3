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
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collections;
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

    /**
     * A constant, an object or a function that becomes the state; of others it cannot be told where they come from.
     *
     * @param from in which states that may happen, as far as that is a matter of who hands it on
     */
    void add(Value value, Predicate<Known> from) {
        if (value instanceof Value.FieldValue field && field.read().receiver().isEmpty()) {
            assignments.add(new Assignment(new Known.Named(field.read().field()), from));
        } else if (value instanceof Value.Function function) {
            assignments.add(new Assignment(new Known.Runs(function.creation().implementation()), from));
        } else {
            Known.of(value, tests.program()).ifPresent(k -> assignments.add(new Assignment(k, from)));
        }
    }

    /** In which states a site may run that gives the next one. */
    Predicate<Known> at(Site site, CallFrame at) {
        Site own = site;
        CallFrame frame = at;
        while (frame != tests.frame()
                && frame.edge().isPresent()
                && frame.caller().isPresent()) {
            own = frame.edge().get().site();
            frame = frame.caller().get();
        }
        boolean start = frame == tests.frame() && !loop.encloses(own);
        return s -> !start && tests.mayRun(s, site, at);
    }

    /** In which states a choice may go this way. What stands before the loop is how it starts. */
    Predicate<Known> at(Value.Join choice, int way, CallFrame at) {
        boolean start = at == tests.frame()
                && choice.isAt(loop.number())
                && isPlain(choice.ways().get(way))
                && Collections.frequency(choice.ways(), choice.ways().get(way)) == 1;
        return s -> !start && tests.mayGo(s, choice, way, at);
    }

    /** Whether it is no part of a round that makes a value. */
    private static boolean isPlain(Value value) {
        return value instanceof Value.Parameter || value instanceof Value.Constant || value instanceof Value.Null;
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
                Known named = Known.of(next.value().settled(), tests.program()).orElse(state);
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
        List<Condition> staying = staying();
        next.forEach((state, after) -> all.stream()
                .filter(a -> tests.holds(staying, state) && a.from().test(state))
                .forEach(a -> after.add(a.state())));
        return next;
    }

    /** The conditions on which a round does more than ask whether it was the last. */
    private List<Condition> staying() {
        return tests.frame().visit().body().sites().stream()
                .filter(loop::encloses)
                .flatMap(s -> s.context().conditions().stream())
                .filter(c -> loop.exits().stream()
                        .anyMatch(e -> e.settled().equals(c.value().settled())))
                .distinct()
                .toList();
    }

    private static boolean leadsTo(Known from, Known to, Map<Known, Set<Known>> next, Set<Known> seen) {
        return next.getOrDefault(from, Set.of()).stream()
                .anyMatch(n -> n.equals(to) || seen.add(n) && leadsTo(n, to, next, seen));
    }
}
