package dev.replaylint.durable.key;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Delivery;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.KeyPlace;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Given;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.key.Keys.Write;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds idempotency keys that do not make two calls one, or make one of calls that are not the same. */
public final class FaultyKeys {

    /** Descriptors of methods that are given one thing, which may be a text. */
    private static final List<String> TEXT =
            List.of("(Ljava/lang/String;)", "(Ljava/lang/CharSequence;)", "(Ljava/util/UUID;)", "(Ljava/lang/Object;)");

    private final Effects effects;
    private final Program program;
    private final List<Visit> visits;
    private final Keys keys;
    private final KeyParts parts;
    private final Predicate<Started> repeats;
    private final Set<GivenKey> found = new LinkedHashSet<>();

    /** With a test for steps that may run again. */
    public FaultyKeys(
            Effects effects,
            Program program,
            List<Visit> visits,
            Keys keys,
            KeyParts parts,
            Predicate<Started> repeats) {
        this.effects = effects;
        this.program = program;
        this.visits = visits;
        this.keys = keys;
        this.parts = parts;
        this.repeats = repeats;
    }

    /** Keys that change between two attempts, or that executions share. */
    public List<GivenKey> find(List<ApiUse> writes) {
        for (Visit visit : visits) {
            if (visit.region() != Region.INITIALIZATION && !takesKey(visit)) {
                visit.body().calls().forEach(c -> named(c, visit));
            }
        }
        writes.forEach(this::ofRequest);
        return List.copyOf(found);
    }

    /** A method that is given a key, and passes it on. */
    private boolean takesKey(Visit visit) {
        return effects.delivers(visit.body().shape().enclosing(), Delivery.TAKES_KEY);
    }

    private void named(Site.Call call, Visit visit) {
        Optional<CatalogEntry<Delivery>> delivery =
                takesText(call) ? effects.delivery(call.target()) : Optional.empty();
        delivery.filter(e -> e.fact() == Delivery.TAKES_KEY && !Headers.reads(call))
                .ifPresent(e -> e.from()
                        .forEach(o -> Operands.of(o, call.receiver(), call.arguments())
                                .forEach(v -> judge(new NamedKey(call.target().name(), v), call, Way.to(visit)))));
        Headers.key(call, visit.body())
                .filter(v -> effects.effect(call.target())
                        .filter(e -> e.fact().isOutput())
                        .isEmpty())
                .ifPresent(v -> judge(v, call, Way.to(visit)));
    }

    /** Flags and durations that are called after keys are none. */
    private static boolean takesText(Site.Call call) {
        String descriptor = call.target().descriptor();
        for (String text : TEXT) {
            if (descriptor.startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    private void ofRequest(ApiUse use) {
        Optional<CatalogEntry<Effect>> entry = effects.effect(use.api()).filter(e -> e.fact() == Effect.IO_WRITE);
        if (entry.isEmpty()
                || !(use.site() instanceof Site.Call call)
                || !call.target().equals(use.api())) {
            return;
        }
        for (Way way : Way.to(use.visit())) {
            keys.setters(new Write(call, way, entry.get()))
                    .forEach(m -> judge(first(m.call()), m.call(), List.of(m.way())));
            entry.get().keys().stream()
                    .filter(KeyPlace.Argument.class::isInstance)
                    .map(p -> ((KeyPlace.Argument) p).index())
                    .filter(i -> i < call.arguments().size())
                    .forEach(i -> judge(
                            new NamedKey(call.target().name(), call.arguments().get(i)), call, List.of(way)));
        }
    }

    private static NamedKey first(Site.Call setter) {
        return new NamedKey(setter.target().name(), setter.arguments().get(0));
    }

    private void judge(NamedKey key, Site.Call call, List<Way> ways) {
        for (Way way : ways) {
            fault(key, call, way).ifPresent(found::add);
        }
    }

    private Optional<GivenKey> fault(NamedKey key, Site.Call call, Way way) {
        Set<KeyPart> made = parts.of(key.value(), way);
        CallPath path = Given.of(key.value(), call, way).path(program);
        Optional<KeyPart.Varying> varying = made.stream()
                .filter(KeyPart.Varying.class::isInstance)
                .map(KeyPart.Varying.class::cast)
                .min(Comparator.comparing(KeyPart.Varying::fault));
        if (varying.isPresent()) {
            return way.operation().map(repeats::test).orElse(way.visit().region() == Region.REPLAYED)
                    ? Optional.of(new GivenKey(
                            path,
                            key.name(),
                            varying.get().fault(),
                            varying.get().label()))
                    : Optional.empty();
        }
        boolean shared = !made.isEmpty() && made.stream().noneMatch(KeyPart.Other.class::isInstance);
        return shared
                ? Optional.of(new GivenKey(path, key.name(), GivenKey.Fault.COLLIDING, common(made)))
                : Optional.empty();
    }

    private static String common(Set<KeyPart> parts) {
        return parts.stream()
                .filter(KeyPart.Place.class::isInstance)
                .map(p -> ((KeyPart.Place) p).label())
                .findFirst()
                .orElse("a constant");
    }
}
