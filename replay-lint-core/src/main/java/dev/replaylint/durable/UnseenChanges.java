package dev.replaylint.durable;

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
        List<Site> sites = asked.visit().body().sites();
        Set<Value> names = parts.of(asked.object(), asked.visit().body());
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
