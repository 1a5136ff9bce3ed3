package dev.replaylint.durable.flow;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Flow;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** Which sites change the state of something, by the language or by what the catalogue says. */
public final class StateChanges {

    /** Of maps and caches, whose contents it does not change for whoever asks. */
    public static final String ON_DEMAND = "computeIfAbsent";

    private final Effects effects;

    public StateChanges(Effects effects) {
        this.effects = effects;
    }

    /**
     * A change.
     *
     * @param target what is changed; empty for a static field
     * @param stored what goes into it
     * @param field the field assigned, if one is
     * @param api the method called, if one is
     */
    public record Change(
            Optional<Value> target, List<Value> stored, Optional<FieldKey> field, Optional<MethodKey> api) {

        /** The field that is assigned, or that holds what is changed. */
        public Optional<FieldKey> holder() {
            return field.or(() -> target.map(Value::settled)
                    .filter(Value.FieldValue.class::isInstance)
                    .map(v -> ((Value.FieldValue) v).read().field()));
        }

        /** {@code List.add}, {@code Order.status} or {@code array element}. */
        public String subject() {
            return field.map(FieldKey::toString)
                    .or(() -> api.map(a -> a.simpleOwner() + "." + a.name()))
                    .orElse("array element");
        }

        /** What happens to it: {@code `List.add` runs}. */
        public String event() {
            if (field.isEmpty() && api.isEmpty()) {
                return "an array element is set";
            }
            return "`" + subject() + (field.isPresent() ? "` is set" : "` runs");
        }
    }

    public Optional<Change> at(Site site) {
        if (site instanceof Site.FieldWrite write) {
            return Optional.of(
                    new Change(write.receiver(), List.of(write.value()), Optional.of(write.field()), Optional.empty()));
        }
        if (site instanceof Site.ArrayWrite write) {
            return Optional.of(
                    new Change(Optional.of(write.array()), List.of(write.value()), Optional.empty(), Optional.empty()));
        }
        return site instanceof Site.Call call && !call.isAllocation() ? ofCall(call) : Optional.empty();
    }

    /** A look into a cache, which gives the same whether something is there already or not. */
    boolean fillsOnDemand(Site site) {
        return site instanceof Site.Call call
                && call.target().name().equals(ON_DEMAND)
                && ofCall(call).isPresent();
    }

    private Optional<Change> ofCall(Site.Call call) {
        return of(call.target(), call.receiver(), call.arguments());
    }

    /** What a call moves on, such as an iterator: no change of what it holds, but of what it gives next. */
    public Optional<Change> moves(Site site) {
        return site instanceof Site.Call call
                ? call.receiver()
                        .filter(r -> effects.flow(call.target())
                                .filter(e -> e.fact() == Flow.MOVES)
                                .isPresent())
                        .map(r -> new Change(Optional.of(r), List.of(), Optional.empty(), Optional.of(call.target())))
                : Optional.empty();
    }

    /** Whether a site gives the object's field something new, or empties the object itself, whatever was there. */
    public boolean renews(Site site, Value object, Optional<FieldKey> field) {
        if (site instanceof Site.FieldWrite write) {
            return field.equals(Optional.of(write.field()))
                    && write.receiver().filter(object::equals).isPresent()
                    && !BodyReads.consists(
                            write.value(),
                            v -> v instanceof Value.FieldValue f
                                    && field.equals(Optional.of(f.read().field())));
        }
        return field.isEmpty()
                && site instanceof Site.Call call
                && call.receiver().filter(object::equals).isPresent()
                && effects.renews(call.target())
                && call.arguments().stream().noneMatch(a -> BodyReads.mentions(a, object));
    }

    /** Whether a site only ends the use of an object. */
    boolean closes(Site site) {
        return site instanceof Site.Call call
                && call.target().name().equals("close")
                && call.arguments().isEmpty()
                && effects.isSubtype(call.target().owner(), "java.lang.AutoCloseable");
    }

    /** Whether an object is another one each time it is made, so that nobody can rely on what it gives next. */
    public boolean isMadeByChance(Site.Call maker) {
        return effects.effect(maker.target())
                .filter(e -> e.fact().isVaryingValue())
                .isPresent();
    }

    /** What a call of an API changes, also one through a method reference. */
    public Optional<Change> by(ApiUse use) {
        return of(use.api(), use.receiver(), use.arguments());
    }

    private Optional<Change> of(MethodKey api, Optional<Value> receiver, List<Value> arguments) {
        return effects.flow(api)
                .filter(e -> e.fact() == Flow.MUTATES)
                .filter(e -> e.from().isEmpty() || api.arity() > 0)
                .flatMap(e -> Operands.of(e.into(), receiver, arguments).stream()
                        .findFirst()
                        .map(target -> new Change(
                                Optional.of(target),
                                stored(e, receiver, arguments),
                                Optional.empty(),
                                Optional.of(api))));
    }

    private static List<Value> stored(CatalogEntry<Flow> entry, Optional<Value> receiver, List<Value> arguments) {
        return entry.from().stream()
                .flatMap(o -> Operands.of(o, receiver, arguments).stream())
                .toList();
    }
}
