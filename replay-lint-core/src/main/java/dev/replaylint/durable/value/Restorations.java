package dev.replaylint.durable.value;

import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Stacking;
import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.BodyReads;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Changes that the same code takes back in a {@code finally}: {@code before = ctx; ctx = child; try { … } finally { ctx = before; }}.
 * Whether it runs or is skipped, there is afterwards what was there before.
 */
public final class Restorations {

    private final Effects effects;
    private final StateChanges changes;
    private final BiPredicate<Site, Visit> operations;
    private final Memo<Visit, Set<Site>> restored = new Memo<>(v -> find(v, false));
    private final Memo<Visit, Set<Site>> emptied = new Memo<>(v -> find(v, true));

    /** {@code operations}: the sites that start operations, whose suspensions pass by what no range protects them with. */
    public Restorations(Effects effects, BiPredicate<Site, Visit> operations) {
        this.effects = effects;
        this.changes = new StateChanges(effects);
        this.operations = operations;
    }

    /** Whether a site makes such a change, or takes one back. */
    public boolean covers(Place change) {
        return isIn(restored, change);
    }

    /** Whether a site does, or puts something into what is empty when the body ends, whatever happens. */
    public boolean leavesNothing(Place change) {
        return isIn(emptied, change);
    }

    /** Of a method that only enters or leaves something, all who call it are asked. */
    private static boolean isIn(Memo<Visit, Set<Site>> found, Place change) {
        Visit visit = change.visit();
        return found.get(visit).contains(change.site())
                || visit.entry().isEmpty()
                        && !visit.incoming().isEmpty()
                        && List.copyOf(visit.incoming()).stream()
                                .allMatch(e -> found.get(e.caller()).contains(e.site()));
    }

    private Set<Site> find(Visit visit, boolean empties) {
        Body body = visit.body();
        Set<Site> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Site> last = body.sites().stream()
                .filter(s -> s.context().handlers().stream().anyMatch(TryRange.Handler::isFinally))
                .toList();
        for (Site site : last.isEmpty() ? List.<Site>of() : body.sites()) {
            Predicate<Site> resets = s -> s != site && (resets(s, site, body) || empties && empties(s, site));
            Predicate<Site> undoes = s -> s != site && undoes(s, site, visit);
            if (last.stream().anyMatch(resets) && isAlwaysRestored(site, resets, visit)) {
                found.add(site);
                body.sites().stream().filter(resets).forEach(found::add);
            } else if (last.stream().anyMatch(undoes)
                    && isAlwaysRestored(site, undoes, visit)
                    && isBalanced(site, undoes, visit)) {
                found.add(site);
                body.sites().stream().filter(undoes).forEach(found::add);
            }
        }
        return found;
    }

    private boolean isAlwaysRestored(Site change, Predicate<Site> restores, Visit visit) {
        // Of what was in a set already, add() says so.
        Predicate<Context.Condition> changed =
                c -> c.outcome() == 0 || !(c.value().settled() instanceof Value.Result asked && asked.call() == change);
        return visit.body().flow().after(change, new Walk(restores, changed, s -> s instanceof Site.Call)).stream()
                .noneMatch(
                        s -> s instanceof Site.Exit || operations.test(s, visit) && !isProtected(s, restores, visit));
    }

    private static boolean isProtected(Site site, Predicate<Site> restores, Visit visit) {
        return site.context().tries().stream()
                .flatMap(t -> t.handlers().stream())
                .anyMatch(
                        h -> visit.body().flow().from(h, Walk.ANYWHERE).stream().anyMatch(restores));
    }

    /** Whether each that takes back has one change to take back, and each change has one that does. */
    private boolean isBalanced(Site change, Predicate<Site> undoes, Visit visit) {
        Body body = visit.body();
        List<Site> takes = body.sites().stream().filter(undoes).toList();
        Predicate<Site> puts = s -> takes.stream().anyMatch(t -> undoes(t, s, visit));
        Walk puttingNone = Walk.until(puts);
        return body.flow().after(change, Walk.until(undoes)).stream().noneMatch(puts)
                && Stream.concat(
                                Stream.of(body.flow().fromStart(puttingNone)),
                                takes.stream().map(t -> body.flow().after(t, puttingNone)))
                        .flatMap(Set::stream)
                        .noneMatch(undoes);
    }

    /** Whether a site gives back what was there before a change, whatever it was changed to. */
    private boolean resets(Site site, Site change, Body body) {
        if (site instanceof Site.FieldWrite back && change instanceof Site.FieldWrite write) {
            return isSameField(back, write) && isHeld(back.value().settled(), write, body);
        }
        return site instanceof Site.Call back
                && change instanceof Site.Call call
                && call.receiver().isPresent()
                && same(back.receiver(), call.receiver())
                && sets(back)
                && sets(call)
                && !call.arguments().isEmpty()
                && back.arguments().stream().allMatch(a -> isHeld(a.settled(), call, body));
    }

    private static boolean isSameField(Site.FieldWrite one, Site.FieldWrite other) {
        return one.field().equals(other.field()) && same(one.receiver(), other.receiver());
    }

    /** A thread-local that nobody has set before is given back empty. */
    private boolean sets(Site.Call call) {
        return effects.isThreadLocal(call.target().owner()) && effects.renews(call.target());
    }

    /** Whether a value is what a field or thread-local had before it was changed. */
    private static boolean isHeld(Value value, Site change, Body body) {
        if (change instanceof Site.FieldWrite write) {
            return value instanceof Value.FieldValue held
                    && held.read().field().equals(write.field())
                    && same(held.read().receiver(), write.receiver())
                    && isBefore(held.read(), write, body);
        }
        return change instanceof Site.Call call
                && value instanceof Value.Result held
                && held.call().arguments().isEmpty()
                && same(held.call().receiver(), call.receiver())
                && isBefore(held.call(), call, body);
    }

    private static boolean isBefore(Site read, Site change, Body body) {
        return body.flow().fromStart(Walk.until(s -> s == change)).contains(read);
    }

    /** Whether a site takes everything out of what a change puts something into. */
    private boolean empties(Site site, Site change) {
        return site instanceof Site.Call back
                && change instanceof Site.Call call
                && call.receiver().isPresent()
                && same(back.receiver(), call.receiver())
                && effects.renews(back.target())
                && effects.flow(call.target())
                        .filter(e -> e.fact() == Flow.MUTATES)
                        .isPresent();
    }

    /** Whether a site takes away what a change has put there, or counts back what it has counted. */
    private boolean undoes(Site site, Site change, Visit visit) {
        if (site instanceof Site.FieldWrite back && change instanceof Site.FieldWrite write) {
            return isSameField(back, write) && countsBack(back, write);
        }
        return site instanceof Site.Call back
                && change instanceof Site.Call call
                && same(back.receiver(), call.receiver())
                && (takes(back, call) || leaves(back, call, visit));
    }

    /** Sources have {@code ++} and {@code +=} where class files add. */
    private static boolean countsBack(Site.FieldWrite back, Site.FieldWrite write) {
        return back.value().settled() instanceof Value.Derived less
                && write.value().settled() instanceof Value.Derived more
                && (less.operator().substring(0, 1) + more.operator().charAt(0)).matches("-\\+|\\+-")
                && isOf(less, back.field())
                && isOf(more, back.field())
                && SameValue.test(amount(less), amount(more));
    }

    private static boolean isOf(Value.Derived next, FieldKey field) {
        return next.operands().get(0).settled() instanceof Value.FieldValue read
                && read.read().field().equals(field);
    }

    private static Value amount(Value.Derived next) {
        return next.operands().size() == 1
                ? new Value.Constant(1)
                : next.operands().get(1).settled();
    }

    private boolean takes(Site.Call back, Site.Call call) {
        Optional<Stacking> end = effects.stacking(call.target());
        return end.isPresent()
                && effects.stacking(back.target()).filter(end.get()::isUndoneBy).isPresent()
                && (back.arguments().isEmpty() || isGivenTheSame(back, call));
    }

    private static boolean isGivenTheSame(Site.Call back, Site.Call call) {
        return back.arguments().size() <= call.arguments().size()
                && IntStream.range(0, back.arguments().size())
                        .allMatch(i -> SameValue.test(
                                back.arguments().get(i).settled(),
                                call.arguments().get(i).settled()));
    }

    /** Whether one method undoes what another one does: {@code path.enter(name); try { … } finally { path.leave(); }}. */
    private boolean leaves(Site.Call back, Site.Call call, Visit visit) {
        Optional<Place> entering = onlyChange(call, visit);
        Optional<Place> leaving = entering.isPresent() ? onlyChange(back, visit) : Optional.empty();
        if (leaving.isEmpty()) {
            return false;
        }
        Site change = entering.get().site();
        Site undone = leaving.get().site();
        boolean given = BodyReads.operands(undone).stream()
                .anyMatch(o -> BodyReads.consists(o, Value.Parameter.class::isInstance));
        return undoes(undone, change, leaving.get().visit()) && (!given || isGivenTheSame(back, call))
                || isHandedBack(undone, change, back)
                        && returnsHeld(change, entering.get().visit().body())
                        && back.arguments().contains(new Value.Result(call));
    }

    /** The only thing that a method changes, whenever it is called. */
    private Optional<Place> onlyChange(Site.Call call, Visit visit) {
        List<Edge> edges = visit.calls(call);
        if (edges.size() != 1 || edges.get(0).callee() == visit) {
            return Optional.empty();
        }
        Visit callee = edges.get(0).callee();
        List<Site> made = callee.body().sites().stream()
                .filter(s -> changes.at(s).isPresent())
                .toList();
        return made.size() == 1
                        && made.get(0).context().conditions().isEmpty()
                        && made.get(0).context().loops().isEmpty()
                ? Optional.of(new Place(made.get(0), callee))
                : Optional.empty();
    }

    private static boolean isHandedBack(Site undone, Site change, Site.Call back) {
        return back.arguments().size() == 1
                && undone instanceof Site.FieldWrite to
                && change instanceof Site.FieldWrite write
                && isSameField(to, write)
                && to.value().settled() instanceof Value.Parameter;
    }

    private static boolean returnsHeld(Site change, Body body) {
        return body.sites(Site.Return.class)
                .allMatch(r ->
                        r.value().filter(v -> isHeld(v.settled(), change, body)).isPresent());
    }

    private static boolean same(Optional<Value> one, Optional<Value> other) {
        return one.isPresent() == other.isPresent()
                && one.filter(v -> !SameValue.test(v.settled(), other.get().settled()))
                        .isEmpty();
    }
}
