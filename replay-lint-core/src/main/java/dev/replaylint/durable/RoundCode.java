package dev.replaylint.durable;

import dev.replaylint.program.Context;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The code that each round of a loop runs again: what is in it, and replayed code that it calls. */
final class RoundCode {

    private final Context.Loop loop;
    private final CallFrame frame;
    private final Program program;
    private final ValueTrail trail;
    private final Set<Visit> called = new HashSet<>();

    RoundCode(Context.Loop loop, CallFrame frame, Program program, ValueTrail trail) {
        this.loop = loop;
        this.frame = frame;
        this.program = program;
        this.trail = trail;
        Deque<Visit> open = new ArrayDeque<>();
        frame.visit().outgoing().stream().filter(e -> isInside(e.site())).forEach(e -> open.add(e.callee()));
        while (!open.isEmpty()) {
            Visit next = open.poll();
            if (next.region() == Region.REPLAYED && next != frame.visit() && called.add(next)) {
                next.outgoing().forEach(e -> open.add(e.callee()));
            }
        }
    }

    private boolean isInside(Site site) {
        return site.context().loops().stream().anyMatch(l -> l.number() == loop.number());
    }

    /** Whether a site is part of a round. */
    boolean runs(Site site, Visit visit) {
        return visit == frame.visit() ? isInside(site) : called.contains(visit);
    }

    /** The sites of one kind that are part of a round. */
    <S extends Site> Set<S> sites(Class<S> kind) {
        Set<S> found = new HashSet<>();
        frame.visit().body().sites(kind).filter(this::isInside).forEach(found::add);
        called.forEach(v -> v.body().sites(kind).forEach(found::add));
        return found;
    }

    /** Whether an answer decides that a round comes to a site, apart from those that end the loop: not every round does. */
    boolean dependsOnAnswers(Site site) {
        if (!frame.visit().body().sites().contains(site)) {
            return false;
        }
        List<Value> conditions = site.context().conditions().stream()
                .map(Context.Condition::value)
                .filter(c -> loop.exits().stream().map(Value::settled).noneMatch(c.settled()::equals))
                .toList();
        return Answers.decide(conditions, loop, frame, program, trail);
    }
}
