package dev.replaylint.durable.loop;

import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.List;

/** Methods that throw where a condition holds: behind a call of one, {@code validate(order)}, it does not hold. */
record Checks(ValueTrail trail) {

    private static final int DEEPEST = 3;

    /** A condition that holds from some place on, in the frame that its value belongs to. */
    record Passed(Condition condition, CallFrame frame) {}

    /** What the calls have checked that every way to a site leads through. */
    List<Passed> before(Site site, CallFrame frame) {
        List<Passed> passed = new ArrayList<>();
        for (Site earlier : frame.visit().body().sites()) {
            if (earlier == site) {
                return passed;
            }
            if (earlier instanceof Site.Call call && isPassed(call, site)) {
                passed.addAll(by(call, frame, DEEPEST));
            }
        }
        return passed;
    }

    /** What holds when a call has returned. */
    List<Passed> by(Site.Call call, CallFrame frame) {
        return by(call, frame, DEEPEST);
    }

    private static boolean isPassed(Site call, Site site) {
        Context before = call.context();
        Context here = site.context();
        return here.conditions().containsAll(before.conditions())
                && here.loops().containsAll(before.loops())
                && here.tries().containsAll(before.tries())
                && here.handlers().containsAll(before.handlers());
    }

    private List<Passed> by(Site.Call call, CallFrame frame, int depth) {
        List<Edge> calls = trail.calls(call, frame);
        if (depth == 0 || calls.size() != 1 || frame.runs(calls.get(0).callee())) {
            return List.of();
        }
        CallFrame check = trail.enter(calls.get(0), frame);
        Body body = check.visit().body();
        List<Passed> passed = new ArrayList<>();
        atReturn(body).forEach(c -> passed.add(new Passed(c, check)));
        for (Site site : body.sites()) {
            List<Condition> conditions = site.context().conditions();
            if (site instanceof Site.Throw && conditions.size() == 1) {
                passed.add(new Passed(opposite(conditions.get(0)), check));
            } else if (site instanceof Site.Call inner && conditions.isEmpty()) {
                passed.addAll(by(inner, check, depth - 1));
            }
        }
        return passed;
    }

    /** What holds where a method returns, if there is one such place and one way there: {@code if (n < 1 || n > 10) throw}. */
    private static List<Condition> atReturn(Body body) {
        List<Site.Return> returns = body.sites(Site.Return.class).toList();
        List<Condition> conditions =
                returns.size() == 1 ? returns.get(0).context().conditions() : List.of();
        boolean oneWay = conditions.stream().map(Condition::branch).distinct().count() == conditions.size();
        return oneWay ? conditions : List.of();
    }

    static Condition opposite(Condition condition) {
        return new Condition(condition.branch(), condition.value(), 1 - condition.outcome());
    }
}
