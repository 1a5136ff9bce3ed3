package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rounds of a loop in which an operation fails, and which go on: {@code try { ctx.step(…); left--; } catch (StepException e) { log(e); }}. */
record FailedRounds(Context.Loop loop, CallFrame frame, Program program) {

    private static final String UNCHECKED = "java.lang.RuntimeException";

    /** Whether they leave a site out: it stands behind an operation, and what catches the failure comes round to it. */
    boolean leaveOut(Site site) {
        Body body = frame.visit().body();
        return site.context().tries().stream()
                .anyMatch(t -> t.handlers().stream()
                                .anyMatch(h -> goesOn(h)
                                        && body.flow().from(h, Walk.ANYWHERE).contains(site))
                        && body.sites().stream()
                                .takeWhile(s -> s != site)
                                .anyMatch(s -> s.context().tries().contains(t) && isInside(s) && operates(s)));
    }

    /** Whether they come to a site, whatever else there is: it stands where the failure is caught. */
    boolean pass(Site site) {
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

    private boolean isInside(Site site) {
        return site.context().loops().stream().anyMatch(l -> l.number() == loop.number());
    }

    /** Whether a clause is for what operations throw, and never ends the loop: who gives up after some failures counts them. */
    private boolean goesOn(TryRange.Handler handler) {
        Walk round = Walk.until(s -> isInside(s) && !handler.encloses(s));
        return handler.types().stream()
                        .anyMatch(t -> program.isSubtype(UNCHECKED, t) || program.isSubtype(t, UNCHECKED))
                && frame.visit().body().flow().from(handler, round).stream().allMatch(this::isInside);
    }

    private boolean operates(Site site) {
        if (!(site instanceof Site.Call call)) {
            return false;
        }
        Set<Visit> seen = new HashSet<>();
        Deque<Site.Call> open = new ArrayDeque<>(List.of(call));
        Deque<Visit> at = new ArrayDeque<>(List.of(frame.visit()));
        while (!open.isEmpty()) {
            Site.Call next = open.poll();
            if (DurableSdk.operation(next.target(), program).isPresent()) {
                return true;
            }
            Visit visit = at.remove();
            for (Edge edge : visit.calls(next)) {
                if (edge.callee().region() == Region.REPLAYED && seen.add(edge.callee())) {
                    edge.callee().body().calls().forEach(c -> {
                        open.add(c);
                        at.add(edge.callee());
                    });
                }
            }
        }
        return false;
    }
}
