package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Flow;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.TryRange;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Elements that code puts into a collection and takes out again before it ends, whatever happens: {@code PATH.get().push(scope); try {
 * … } finally { PATH.get().pop(); }}. Nobody finds them later.
 */
final class TakenBack {

    private final Effects effects;

    TakenBack(Effects effects) {
        this.effects = effects;
    }

    /** Whether a change is one of those that put an element into a collection of the body, or take it out. */
    boolean is(Site.Call change, Body body) {
        Optional<Object> collection = collection(change);
        if (collection.isEmpty()) {
            return false;
        }
        List<Site.Call> changes = body.calls().stream()
                .filter(c -> effect(c).isPresent() && collection(c).equals(collection))
                .toList();
        Set<Site> takes = changes.stream().filter(this::takes).collect(Collectors.toSet());
        Set<Site> puts = changes.stream().filter(this::puts).collect(Collectors.toSet());
        return puts.size() + takes.size() == changes.size()
                && takes.stream().anyMatch(TakenBack::isFinal)
                && puts.stream().allMatch(p -> leadsTo(takes, p, body))
                && takes.stream().allMatch(t -> isAfter(puts, t, takes, body));
    }

    private static boolean isFinal(Site site) {
        return site.context().handlers().stream().anyMatch(TryRange.Handler::isFinally);
    }

    private static boolean leadsTo(Set<Site> takes, Site put, Body body) {
        Set<Site> before = new HashSet<>(body.flow().after(put, Walk.until(takes::contains)));
        return before.stream().noneMatch(s -> s instanceof Site.Return);
    }

    /** Whether a site runs only after others, and once for each of them. */
    private static boolean isAfter(Set<Site> puts, Site take, Set<Site> takes, Body body) {
        Walk walk = Walk.until(puts::contains);
        return !body.flow().fromStart(walk).contains(take)
                && body.flow().after(take, walk).stream().noneMatch(takes::contains);
    }

    private Optional<CatalogEntry<Flow>> effect(Site.Call call) {
        return effects.flow(call.target()).filter(e -> e.fact() == Flow.MUTATES);
    }

    private boolean puts(Site.Call call) {
        return effect(call).filter(e -> !e.from().isEmpty()).isPresent()
                && call.arguments().size() == 1;
    }

    /** A call that gives the element that it takes out, or takes all out. */
    private boolean takes(Site.Call call) {
        boolean gives =
                call.arguments().isEmpty() && !call.target().descriptor().endsWith(")V");
        return effect(call).filter(e -> e.from().isEmpty()).isPresent() && (gives || effects.renews(call.target()));
    }

    /** What a collection is read from: a field, or the method that gives it. */
    private Optional<Object> collection(Site.Call change) {
        Value receiver = change.receiver().map(Value::settled).orElse(Value.Unknown.UNKNOWN);
        while (receiver instanceof Value.Result part
                && effects.sharing(part.call().target()).isPresent()
                && part.call().receiver().isPresent()) {
            receiver = part.call().receiver().get().settled();
        }
        if (receiver instanceof Value.FieldValue field) {
            return Optional.of(field.read().field());
        }
        return receiver instanceof Value.Result given ? Optional.of(given.call().target()) : Optional.empty();
    }
}
