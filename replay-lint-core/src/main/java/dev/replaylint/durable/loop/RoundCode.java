package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.DurableSdk;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.Answers;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The code that each round of a loop runs again: what is in it, and replayed code that it calls. */
final class RoundCode {

    private static final int DEEPEST = 8;

    private static final String UNCHECKED = "java.lang.RuntimeException";

    private final Context.Loop loop;
    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;
    private final Lazy<Set<Visit>> called = new Lazy<>(this::findCalled);

    RoundCode(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        this.loop = loop;
        this.frame = frame;
        this.program = program;
        this.trail = trail;
    }

    private Set<Visit> findCalled() {
        Set<Visit> found = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        frame.visit().outgoing().stream().filter(e -> isInside(e.site())).forEach(e -> open.add(e.callee()));
        while (!open.isEmpty()) {
            Visit next = open.poll();
            if (next.region() == Region.REPLAYED && next != frame.visit() && found.add(next)) {
                next.outgoing().forEach(e -> open.add(e.callee()));
            }
        }
        return found;
    }

    private boolean isInside(Site site) {
        return loop.encloses(site);
    }

    /** Whether a site is part of a round. */
    boolean runs(Site site, Visit visit) {
        return visit == frame.visit() ? isInside(site) : called.get().contains(visit);
    }

    /** The sites of one kind that are part of a round. */
    <S extends Site> Set<S> sites(Class<S> kind) {
        Set<S> found = new HashSet<>();
        frame.visit().body().sites(kind).filter(this::isInside).forEach(found::add);
        called.get().forEach(v -> v.body().sites(kind).forEach(found::add));
        return found;
    }

    /** Whether an answer, or a failure, decides that a round comes to a site, apart from those that end the loop: not every round does. */
    boolean dependsOnAnswers(Site site) {
        if (!frame.visit().body().sites().contains(site)) {
            return false;
        }
        List<Value> conditions = site.context().conditions().stream()
                .map(Context.Condition::value)
                .filter(c -> loop.exits().stream().map(Value::settled).noneMatch(c.settled()::equals))
                .toList();
        return leavesOut(site) || Answers.decide(conditions, loop, frame, program, trail);
    }

    /** Whether an answer may decide that a round leaves a variable as it is, while nothing else that ends the loop is a variable. */
    boolean mayKeep(Value.Join variable) {
        Set<Value.Join> others = new LinkedHashSet<>();
        loop.exits().forEach(e -> mentioned(e.settled(), others, DEEPEST));
        others.remove(variable);
        if (!variable.keeps() || !others.isEmpty()) {
            return false;
        }
        List<Value> deciders = new ArrayList<>();
        Set<Value.Join> seen = new HashSet<>();
        Deque<Value.Join> open = new ArrayDeque<>(List.of(variable));
        while (!open.isEmpty()) {
            Value.Join join = open.poll();
            if (seen.add(join)) {
                join.ways().stream()
                        .filter(w -> w == variable)
                        .findAny()
                        .ifPresent(w -> deciders.addAll(join.deciders()));
                join.ways().stream().filter(Value.Join.class::isInstance).forEach(w -> open.add((Value.Join) w));
            }
        }
        deciders.removeIf(d -> loop.exits().stream().map(Value::settled).anyMatch(d.settled()::equals));
        return Answers.decide(deciders, loop, frame, program, trail)
                || variable.alternatives().stream()
                        .anyMatch(v -> v instanceof Value.Result made && leavesOut(made.call()));
    }

    private static void mentioned(Value value, Set<Value.Join> found, int depth) {
        if (value instanceof Value.Join join) {
            found.add(join);
        } else if (depth > 0) {
            List<Value> parts = value instanceof Value.FieldValue field
                    ? field.read().receiver().stream().toList()
                    : States.parts(value);
            parts.forEach(p -> mentioned(p.settled(), found, depth - 1));
        }
    }

    /** Whether a round in which an operation fails, and which goes on, leaves a site out: that stands behind the operation in a try. */
    boolean leavesOut(Site site) {
        Body body = frame.visit().body();
        return site.context().tries().stream()
                .anyMatch(t -> t.handlers().stream()
                                .anyMatch(h -> goesOn(h)
                                        && body.flow().from(h, Walk.ANYWHERE).contains(site))
                        && body.sites().stream()
                                .takeWhile(s -> s != site)
                                .anyMatch(s -> s.context().tries().contains(t) && isInside(s) && operates(s)));
    }

    /** Whether such a round comes to a site, whatever else there is: it stands where the failure is caught. */
    boolean fails(Site site) {
        return isInside(site)
                && frame.visit().body().tries().entrySet().stream()
                        .filter(t -> t.getKey().handlers().stream().anyMatch(h -> goesOn(h) && h.encloses(site)))
                        .flatMap(t -> t.getValue().stream())
                        .anyMatch(s -> isInside(s)
                                && s.context()
                                        .conditions()
                                        .containsAll(site.context().conditions())
                                && operates(s));
    }

    /** Whether a clause is for what operations throw, and never ends the loop: who gives up after some failures counts them. */
    private boolean goesOn(TryRange.Handler handler) {
        Walk round = Walk.until(s -> isInside(s) && !handler.encloses(s));
        return handler.types().stream()
                        .anyMatch(t -> program.isSubtype(UNCHECKED, t) || program.isSubtype(t, UNCHECKED))
                && frame.visit().body().flow().from(handler, round).stream().allMatch(this::isInside);
    }

    private boolean operates(Site site) {
        if (isOperation(site)) {
            return true;
        }
        Set<Visit> seen = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        frame.visit().calls(site).forEach(e -> open.add(e.callee()));
        while (!open.isEmpty()) {
            Visit next = open.poll();
            if (next.region() == Region.REPLAYED && seen.add(next)) {
                if (next.body().calls().stream().anyMatch(this::isOperation)) {
                    return true;
                }
                next.outgoing().stream().filter(e -> e.how() == Edge.Kind.CALL).forEach(e -> open.add(e.callee()));
            }
        }
        return false;
    }

    private boolean isOperation(Site site) {
        return site instanceof Site.Call call
                && DurableSdk.operation(call.target(), program).isPresent();
    }
}
