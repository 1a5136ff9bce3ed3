package dev.replaylint.durable.border;

import dev.replaylint.catalog.Stacking;
import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Changes that the same code takes back in a {@code finally}: {@code before = ctx; ctx = child; try { … } finally { ctx = before; }}.
 * Whether it runs or is skipped, there is afterwards what was there before.
 */
public final class Restorations {

    private final Effects effects;
    private final Memo<Body, Set<Site>> known = new Memo<>(this::find);

    public Restorations(Effects effects) {
        this.effects = effects;
    }

    /** Whether a site makes such a change, or takes one back. */
    boolean covers(Place change) {
        return known.get(change.visit().body()).contains(change.site());
    }

    private Set<Site> find(Body body) {
        Set<Site> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Site> last = body.sites().stream().filter(Restorations::isCleanup).toList();
        if (!last.isEmpty()) {
            for (Site site : body.sites()) {
                Predicate<Site> restores = s -> s != site && restores(s, site, body);
                if (last.stream().anyMatch(restores) && isAlwaysRestored(site, restores, body)) {
                    found.add(site);
                    body.sites().stream().filter(restores).forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isCleanup(Site site) {
        return site.context().handlers().stream().anyMatch(TryRange.Handler::isFinally);
    }

    private static boolean isAlwaysRestored(Site change, Predicate<Site> restores, Body body) {
        Walk walk = new Walk(restores, c -> true, s -> s instanceof Site.Call);
        return body.flow().after(change, walk).stream().noneMatch(Site.Exit.class::isInstance);
    }

    private boolean restores(Site site, Site change, Body body) {
        if (site instanceof Site.FieldWrite back && change instanceof Site.FieldWrite write) {
            return back.field().equals(write.field())
                    && same(back.receiver(), write.receiver())
                    && back.value().settled() instanceof Value.FieldValue held
                    && held.read().field().equals(write.field())
                    && same(held.read().receiver(), write.receiver())
                    && isBefore(held.read(), write, body);
        }
        return site instanceof Site.Call back
                && change instanceof Site.Call call
                && call.receiver().isPresent()
                && same(back.receiver(), call.receiver())
                && (undoes(back, call) || givesBack(back, call, body));
    }

    private boolean undoes(Site.Call back, Site.Call call) {
        Optional<Stacking> end = effects.stacking(call.target());
        return end.isPresent()
                && effects.stacking(back.target()).filter(end.get()::isUndoneBy).isPresent();
    }

    /** A thread-local that nobody has set before is given back empty. */
    private boolean givesBack(Site.Call back, Site.Call call, Body body) {
        return sets(back)
                && sets(call)
                && !call.arguments().isEmpty()
                && back.arguments().stream()
                        .allMatch(a -> a.settled() instanceof Value.Result held
                                && held.call().arguments().isEmpty()
                                && same(held.call().receiver(), call.receiver())
                                && isBefore(held.call(), call, body));
    }

    private boolean sets(Site.Call call) {
        return effects.isThreadLocal(call.target().owner()) && effects.renews(call.target());
    }

    private static boolean isBefore(Site read, Site change, Body body) {
        return body.flow().fromStart(Walk.until(s -> s == change)).contains(read);
    }

    private static boolean same(Optional<Value> one, Optional<Value> other) {
        return one.isPresent() == other.isPresent()
                && one.filter(v -> !SameValue.test(v.settled(), other.get().settled()))
                        .isEmpty();
    }
}
