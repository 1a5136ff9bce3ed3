package dev.replaylint.durable.tree;

import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.StateChanges;
import dev.replaylint.durable.value.LazyFields;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Code that runs once for each object, or for each key of a map, as it keeps what comes of it and looks there first. */
record Remembering(ValueTrail trail) {

    private static final Set<Object> UNSET = Set.of(false, 0);

    private static final Set<String> QUESTIONS = Set.of("get", "containsKey", "contains");

    /** What keeps a key, and tells whether it was there. */
    private static final Set<String> KEEPING = Set.of("put", "add", "putIfAbsent");

    /** Whether a site that two frames run is left out by the later of them. */
    boolean isOnce(Site site, CallFrame one, CallFrame other) {
        Body body = one.visit().body();
        if (LazyFields.isForEmpty(site, body) || usesUp(site, body)) {
            return isOne(Value.This.THIS, one, other);
        }
        return site instanceof Site.Call call && isOnDemand(call) && isOneKey(call, one, other)
                || site.context().conditions().stream()
                        .flatMap(c -> missing(c).stream())
                        .anyMatch(l -> isKept(l, site, body) && isOneKey(l, one, other));
    }

    /** Where the object is made for which a site runs once; empty if it is not known, or none of those sites. */
    Optional<Located> maker(Site site, CallFrame frame) {
        Body body = frame.visit().body();
        return LazyFields.isForEmpty(site, body) || usesUp(site, body)
                ? Optional.of(trail.follow(Value.This.THIS, frame)).filter(Remembering::isMade)
                : Optional.empty();
    }

    /** Whether a site only runs where a field is set that its body clears then, and that nobody sets again. */
    private boolean usesUp(Site site, Body body) {
        List<Condition> conditions = site.context().conditions();
        return body.sites(Site.FieldWrite.class)
                .filter(w ->
                        isUnset(w.value()) && conditions.containsAll(w.context().conditions()))
                .filter(w -> conditions.stream().anyMatch(c -> LazyFields.asksWhetherSet(c, w.field())))
                .anyMatch(w -> trail.writes(w.field()).stream()
                        .allMatch(o -> isUnset(o.site().value())
                                || o.visit().body().key().isConstructor()));
    }

    private static boolean isUnset(Value value) {
        return value == Value.Null.NULL || value instanceof Value.Constant c && UNSET.contains(c.constant());
    }

    private static boolean isOnDemand(Site.Call call) {
        return call.target().name().equals(StateChanges.ON_DEMAND) && isLookup(call);
    }

    private static boolean isLookup(Site.Call call) {
        return call.receiver().isPresent()
                && !call.arguments().isEmpty()
                && call.target().isOfPlatform();
    }

    /** The lookup of a key that a condition says is not there. */
    private static Optional<Site.Call> missing(Condition condition) {
        Value value = condition.value().settled();
        boolean isNull = value instanceof Value.Derived test
                && test.operator().equals(condition.outcome() == 0 ? "==" : "!=")
                && test.operands().contains(Value.Null.NULL);
        Stream<Value> asked = isNull ? ((Value.Derived) value).operands().stream() : Stream.of(value);
        return asked.map(Value::settled)
                .flatMap(v -> v instanceof Value.Result result ? Stream.of(result.call()) : Stream.empty())
                .filter(Remembering::isLookup)
                .filter(c -> switch (c.target().name()) {
                    case "get", "putIfAbsent" -> isNull;
                    case "add" -> condition.outcome() == 0;
                    default -> condition.outcome() == 1;
                })
                .findFirst();
    }

    /** Whether a key that was looked for is there once a site has run, if not before. */
    private static boolean isKept(Site.Call lookup, Site site, Body body) {
        return KEEPING.contains(lookup.target().name())
                || QUESTIONS.contains(lookup.target().name())
                        && body.sites(Site.Call.class)
                                .anyMatch(k -> KEEPING.contains(k.target().name())
                                        && isLookup(k)
                                        && areSame(
                                                k.receiver().get(),
                                                lookup.receiver().get())
                                        && areSame(
                                                k.arguments().get(0),
                                                lookup.arguments().get(0))
                                        && site.context()
                                                .conditions()
                                                .containsAll(k.context().conditions()));
    }

    private static boolean areSame(Value a, Value b) {
        return SameValue.test(a.settled(), b.settled());
    }

    private boolean isOneKey(Site.Call lookup, CallFrame one, CallFrame other) {
        Located key = trail.follow(lookup.arguments().get(0), one);
        Located otherKey = trail.follow(lookup.arguments().get(0), other);
        return areSame(key.value(), otherKey.value())
                && (key.value() instanceof Value.Constant || key.frame().equals(otherKey.frame()))
                && isOne(lookup.receiver().get(), one, other);
    }

    /** Whether a value is not known to be another object in each frame. */
    private boolean isOne(Value value, CallFrame one, CallFrame other) {
        Located object = trail.follow(value, one);
        Located otherObject = trail.follow(value, other);
        if (object.value() instanceof Value.FieldValue field
                && field.read().receiver().isPresent()) {
            return isOne(field.read().receiver().get(), object.frame(), otherObject.frame());
        }
        return !isMade(object) || !isMade(otherObject) || object.equals(otherObject);
    }

    private static boolean isMade(Located object) {
        return object.value() instanceof Value.Result made && made.call().isAllocation();
    }
}
