package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.ValueUses;
import dev.replaylint.program.Body;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Changes of an object that come too late: the body that has it does nothing else with it behind them. */
final class UnseenChanges {

    private record Question(Value object, Visit visit) {}

    private final Parts parts;
    private final Memo<Question, Set<Site>> known = new Memo<>(this::find);

    UnseenChanges(Parts parts) {
        this.parts = parts;
    }

    /** Whether nobody sees this change of an object that a body made or was given; what a field holds has other names. */
    boolean has(Site.Call change, Value object, Visit visit) {
        return !(object instanceof Value.FieldValue)
                && known.get(new Question(object, visit)).contains(change);
    }

    private Set<Site> find(Question asked) {
        Body body = asked.visit().body();
        Set<Value> names = parts.of(asked.object(), body);
        List<Site> sites = counted(names, asked.visit());
        Set<Site> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (sites.stream().anyMatch(s -> handsOn(s, Set.of(asked.object())))) {
            return found;
        }
        for (int i = sites.size() - 1; i >= 0; i--) {
            Site site = sites.get(i);
            if (onlyChanges(site, names) && site.context().loops().isEmpty()) {
                found.add(site);
            } else if (uses(site, names, asked.visit())) {
                break;
            }
        }
        return found;
    }

    /** The sites that may look at the object; lines of a log count if nobody else does. */
    private List<Site> counted(Set<Value> names, Visit visit) {
        Body body = visit.body();
        List<Site> others = body.sites().stream().filter(s -> !isTold(s, body)).toList();
        boolean used = others.stream().anyMatch(s -> !onlyChanges(s, names) && uses(s, names, visit));
        return used ? others : body.sites();
    }

    /** A line of a log, or what only goes into one: no operation depends on what it shows. */
    private boolean isTold(Site site, Body body) {
        if (site instanceof Site.ArrayWrite write && write.array().settled() instanceof Value.NewArray array) {
            return body.calls().stream()
                    .filter(c -> c.arguments().contains(array))
                    .allMatch(c -> parts.effects().tells(c.target()));
        }
        return site instanceof Site.Call call && parts.effects().tells(call.target());
    }

    /** Whether other code has the object itself from here on. */
    private boolean handsOn(Site site, Set<Value> names) {
        if (site instanceof Site.Call call) {
            return mentions(call.arguments(), names) && !onlyChanges(call, names);
        }
        return !(site instanceof Site.Exit) && mentions(ValueUses.operands(site), names);
    }

    private boolean onlyChanges(Site site, Set<Value> names) {
        return site instanceof Site.Call call
                && !call.resultUsed()
                && names.stream().anyMatch(n -> parts.changes(call, n));
    }

    /** What a handler returns is no operation's business. */
    private static boolean uses(Site site, Set<Value> names, Visit visit) {
        boolean answers = site instanceof Site.Return && visit.entry().isPresent();
        return !answers && (site instanceof Site.UnresolvedCall || mentions(ValueUses.of(site), names));
    }

    private static boolean mentions(List<Value> values, Set<Value> names) {
        return values.stream().anyMatch(v -> BodyReads.consists(v, names::contains));
    }
}
