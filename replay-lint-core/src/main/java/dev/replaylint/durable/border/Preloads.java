package dev.replaylint.durable.border;

import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.value.LazyFields;
import dev.replaylint.program.Body;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Objects that look for something once, {@code if (owner == null) owner = ctx.step(…)}, and were asked by replayed code before the
 * function of an operation asks them: then they only tell what they know.
 */
public final class Preloads {

    private final Fields fields;

    public Preloads(Fields fields) {
        this.fields = fields;
    }

    /** Whether a site never runs there, since everybody who comes to it has had it run before. */
    boolean isLoaded(Place place) {
        return isLoaded(place.site(), place.visit(), new HashSet<>());
    }

    private boolean isLoaded(Site site, Visit visit, Set<Visit> seen) {
        Body body = visit.body();
        List<FieldKey> kept = LazyFields.filledWith(site, body);
        Optional<Value> key = key(site);
        boolean once = !kept.isEmpty() && kept.stream().noneMatch(f -> isReset(f, body)) || key.isPresent();
        if (once && isAsked(visit, Value.This.THIS, key, new Place(site, visit), new HashSet<>())) {
            return true;
        }
        List<Edge> ways = ways(visit);
        return seen.add(visit)
                && !ways.isEmpty()
                && ways.stream().allMatch(e -> e.how() != Edge.Kind.OPERATION && isLoaded(e.site(), e.caller(), seen));
    }

    private static List<Edge> ways(Visit visit) {
        return visit.entry().isPresent()
                ? List.of()
                : visit.incoming().stream()
                        .filter(e -> e.how() != Edge.Kind.KEPT)
                        .toList();
    }

    /** Of {@code computeIfAbsent} on a map of the object, what it is asked for. */
    private static Optional<Value> key(Site site) {
        return site instanceof Site.Call call
                        && call.target().name().equals(StateChanges.ON_DEMAND)
                        && call.target().isOfPlatform()
                        && call.receiver()
                                .filter(r -> r.settled() instanceof Value.FieldValue f
                                        && f.read().receiver().equals(Optional.of(Value.This.THIS)))
                                .isPresent()
                ? Optional.of(call.arguments().get(0).settled())
                : Optional.empty();
    }

    private boolean isReset(FieldKey field, Body memo) {
        return fields.reached(field).stream()
                .anyMatch(w -> w.visit().region() != Region.INITIALIZATION
                        && w.visit().body() != memo
                        && !w.visit().body().key().isConstructor());
    }

    /** Whether all ways to a visit lead by a call that asks the object, and by nothing that asks it only sometimes. */
    private static boolean isAsked(Visit visit, Value object, Optional<Value> key, Place memo, Set<Visit> seen) {
        List<Edge> ways = seen.add(visit) ? ways(visit) : List.of();
        return !ways.isEmpty() && ways.stream().allMatch(e -> isAsked(e, object, key, memo, seen));
    }

    private static boolean isAsked(Edge way, Value object, Optional<Value> key, Place memo, Set<Visit> seen) {
        Optional<Value> here = outside(object, way);
        Optional<Value> asked = key.flatMap(k -> outside(k, way));
        if (here.isEmpty() || asked.isEmpty() && key.isPresent()) {
            return false;
        }
        Visit caller = way.caller();
        Predicate<Site> asks = s -> caller.calls(s).stream()
                .anyMatch(e -> e.callee().body() == memo.visit().body()
                        && isSame(outside(Value.This.THIS, e), here)
                        && isSame(key(memo.site()).flatMap(k -> outside(k, e)), asked)
                        && way.site().context().tries().containsAll(s.context().tries()));
        return caller.region() == Region.REPLAYED
                        && !caller.body().flow().fromStart(Walk.until(asks)).contains(way.site())
                || isAsked(caller, here.get(), asked, memo, seen);
    }

    private static boolean isSame(Optional<Value> one, Optional<Value> other) {
        return one.isPresent() == other.isPresent()
                && one.filter(v -> !SameValue.test(v, other.get())).isEmpty();
    }

    /** What a value of the callee is where it is called. */
    private static Optional<Value> outside(Value value, Edge way) {
        if (value instanceof Value.Constant) {
            return Optional.of(value);
        }
        Optional<Integer> index = value == Value.This.THIS
                ? Optional.of(-1)
                : value instanceof Value.Parameter p ? Optional.of(p.index()) : Optional.empty();
        return index.flatMap(way::argument)
                .filter(b -> b.visit() == way.caller())
                .map(b -> b.value().settled());
    }
}
