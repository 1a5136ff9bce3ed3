package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Delivery;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.KeyPlace;
import dev.replaylint.durable.Keys.Write;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How often the effects of steps are made, and what makes repeated ones harmless. Judged on each way to an effect. */
public final class Deliveries {

    private static final Set<OperationKind> STEPS = Set.of(OperationKind.STEP, OperationKind.WAIT_FOR_CALLBACK);

    /** Descriptors of methods that are given one thing, which may be a text. */
    private static final List<String> TEXT =
            List.of("(Ljava/lang/String;)", "(Ljava/lang/CharSequence;)", "(Ljava/util/UUID;)", "(Ljava/lang/Object;)");

    private final Effects effects;
    private final List<Visit> visits;
    private final List<ApiUse> uses;
    private final ReplayModel model;
    private final Definitions definitions;
    private final Constructions constructions;
    private final Settings settings;
    private final Keys keys;
    private final KeyParts parts;
    private final Delays delays;
    private final Map<Started, Set<StepSettings>> known = new HashMap<>();

    Deliveries(ReplayModel model, Effects effects, Fields fields, Uses references, List<Visit> visits) {
        this.model = model;
        this.effects = effects;
        this.visits = visits;
        this.uses = model.uses(Region.CHECKPOINTED);
        Program program = model.program();
        this.definitions = new Definitions(program, fields);
        this.constructions = new Constructions(definitions, new Shaping(effects));
        this.settings = new Settings(program, definitions, constructions);
        this.keys = new Keys(program, definitions, constructions);
        this.delays = new Delays(definitions, constructions);
        this.parts = new KeyParts(program, definitions, references, model::effect);
    }

    /** All steps of replayed code, once for each way to them. */
    public List<StepRun> steps() {
        List<StepRun> found = new ArrayList<>();
        for (Started step : started()) {
            found.add(new StepRun(step.operation(), path(step), settings(step)));
        }
        return found;
    }

    /** How long operations wait. */
    public Delays delays() {
        return delays;
    }

    /** How often the function of an operation is tried at most, on this way to it. */
    Attempts attempts(OperationKind kind, Site.Call call, Way way) {
        return settings.attempts(kind, call, way);
    }

    /** How often the function of an operation is tried at most, on all ways to it. */
    public Attempts attempts(Operation operation) {
        return Attempts.worst(Way.to(operation.visit()).stream()
                .map(w -> attempts(operation.kind(), operation.call(), w))
                .toList());
    }

    /** Callbacks that nothing ends if nobody answers, once for each way to them. */
    public List<OpenCallback> openCallbacks() {
        return new Callbacks(model.program(), constructions).open(started(EnumSet.allOf(OperationKind.class)));
    }

    private List<Started> started() {
        return started(STEPS);
    }

    private List<Started> started(Set<OperationKind> kinds) {
        List<Started> found = new ArrayList<>();
        for (Operation operation : model.operations()) {
            if (operation.visit().region() == Region.REPLAYED && kinds.contains(operation.kind())) {
                Way.to(operation.visit()).forEach(w -> found.add(new Started(operation, w)));
            }
        }
        return found;
    }

    private CallPath path(Started step) {
        return CallPath.along(step.way(), step.operation().call(), model.program());
    }

    private Set<StepSettings> settings(Started started) {
        Set<StepSettings> found = known.get(started);
        if (found == null) {
            found = settings.of(started);
            known.put(started, found);
        }
        return found;
    }

    private boolean mayRepeat(Started started) {
        return STEPS.contains(started.operation().kind())
                && settings(started).stream().anyMatch(StepSettings::mayRepeat);
    }

    /** Calls in steps that change something outside the process, once for each way to them. */
    public List<Mutation> mutations() {
        List<Mutation> found = new ArrayList<>();
        for (ApiUse use : writes()) {
            Way.to(use.visit()).forEach(w -> mutation(use, w).ifPresent(found::add));
        }
        return found;
    }

    private List<ApiUse> writes() {
        return uses.stream()
                .filter(u -> model.effect(u).filter(Effect.IO_WRITE::equals).isPresent())
                .toList();
    }

    private Optional<Mutation> mutation(ApiUse use, Way way) {
        return way.operation()
                .filter(s -> !isIdempotent(use, way))
                .flatMap(s -> key(use, way)
                        .map(k -> new Mutation(
                                use,
                                CallPath.along(way, use.site(), model.program()),
                                s.operation(),
                                mayRepeat(s),
                                k,
                                place(use))));
    }

    private Optional<KeyPlace> place(ApiUse use) {
        return effects.effect(use.api()).flatMap(e -> e.keys().stream().findFirst());
    }

    /** What is known of the key of a write; empty if the call only reads. */
    private Optional<KeyState> key(ApiUse use, Way way) {
        Optional<CatalogEntry<Effect>> entry = effects.effect(use.api()).filter(e -> e.fact() == Effect.IO_WRITE);
        if (use.site() instanceof Site.Call call && call.target().equals(use.api())) {
            return entry.map(e -> new Write(call, way, e))
                    .filter(keys::maybeWrites)
                    .map(keys::of);
        }
        return entry.map(e -> e.isKeyless() ? KeyState.NONE : KeyState.UNKNOWN);
    }

    /** Whether the call, or a method that leads to it within the step, may be repeated as somebody says. */
    private boolean isIdempotent(ApiUse use, Way way) {
        if (effects.delivers(use.api(), Delivery.IDEMPOTENT)) {
            return true;
        }
        Optional<Way> at = Optional.of(way);
        while (at.isPresent()) {
            boolean said = effects.delivers(at.get().visit().body().shape().enclosing(), Delivery.IDEMPOTENT)
                    || at.get()
                            .via()
                            .filter(e -> e.site() instanceof Site.Call c
                                    && effects.delivers(c.target(), Delivery.IDEMPOTENT))
                            .isPresent();
            if (said) {
                return true;
            }
            boolean start =
                    at.get().via().filter(e -> e.how() == Edge.Kind.OPERATION).isPresent();
            at = start ? Optional.empty() : at.get().outer();
        }
        return false;
    }

    /** Keys that change between two attempts, or that executions share. */
    public List<GivenKey> faultyKeys() {
        Set<GivenKey> found = new LinkedHashSet<>();
        for (Visit visit : visits) {
            if (visit.region() != Region.INITIALIZATION && !takesKey(visit)) {
                visit.body().sites(Site.Call.class).forEach(c -> named(c, visit, found));
            }
        }
        writes().forEach(u -> ofRequest(u, found));
        return List.copyOf(found);
    }

    /** A method that is given a key, and passes it on. */
    private boolean takesKey(Visit visit) {
        return effects.delivers(visit.body().shape().enclosing(), Delivery.TAKES_KEY);
    }

    private void named(Site.Call call, Visit visit, Set<GivenKey> found) {
        Optional.of(call)
                .filter(Deliveries::takesText)
                .flatMap(c -> effects.delivery(c.target()))
                .filter(e -> e.fact() == Delivery.TAKES_KEY && !Headers.reads(call))
                .ifPresent(e -> e.from()
                        .forEach(o -> Operands.of(o, call.receiver(), call.arguments())
                                .forEach(v ->
                                        judge(new NamedKey(call.target().name(), v), call, Way.to(visit), found))));
        Headers.key(call, visit.body())
                .filter(v -> effects.effect(call.target())
                        .filter(e -> e.fact().isOutput())
                        .isEmpty())
                .ifPresent(v -> judge(v, call, Way.to(visit), found));
    }

    /** Flags and durations that are called after keys are none. */
    private static boolean takesText(Site.Call call) {
        String descriptor = call.target().descriptor();
        return TEXT.stream().anyMatch(descriptor::startsWith);
    }

    private void ofRequest(ApiUse use, Set<GivenKey> found) {
        Optional<CatalogEntry<Effect>> entry = effects.effect(use.api()).filter(e -> e.fact() == Effect.IO_WRITE);
        if (entry.isEmpty()
                || !(use.site() instanceof Site.Call call)
                || !call.target().equals(use.api())) {
            return;
        }
        for (Way way : Way.to(use.visit())) {
            keys.setters(new Write(call, way, entry.get()))
                    .forEach(m -> judge(first(m.call()), m.call(), List.of(m.way()), found));
            entry.get().keys().stream()
                    .filter(KeyPlace.Argument.class::isInstance)
                    .map(p -> ((KeyPlace.Argument) p).index())
                    .filter(i -> i < call.arguments().size())
                    .forEach(i -> judge(
                            new NamedKey(call.target().name(), call.arguments().get(i)), call, List.of(way), found));
        }
    }

    private static NamedKey first(Site.Call setter) {
        return new NamedKey(setter.target().name(), setter.arguments().get(0));
    }

    private void judge(NamedKey key, Site.Call call, List<Way> ways, Set<GivenKey> found) {
        for (Way way : ways) {
            fault(key, call, way).ifPresent(found::add);
        }
    }

    private Optional<GivenKey> fault(NamedKey key, Site.Call call, Way way) {
        Set<KeyPart> made = parts.of(key.value(), way);
        CallPath path = CallPath.along(way, call, model.program());
        Optional<KeyPart.Varying> varying = made.stream()
                .filter(KeyPart.Varying.class::isInstance)
                .map(KeyPart.Varying.class::cast)
                .findFirst();
        if (varying.isPresent()) {
            return way.operation().map(this::mayRepeat).orElse(way.visit().region() == Region.REPLAYED)
                    ? Optional.of(new GivenKey(
                            path,
                            key.name(),
                            GivenKey.Fault.VARYING,
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

    /** Steps whose function makes several effects, of which another attempt repeats the earlier ones. */
    public List<RepeatedEffects> repeatedEffects() {
        StepEffects inside = new StepEffects(effects, writes(), this::key);
        List<RepeatedEffects> found = new ArrayList<>();
        for (Started step : started()) {
            if (mayRepeat(step)) {
                inside.repeated(step)
                        .map(p -> new RepeatedEffects(
                                step.operation(),
                                path(step),
                                p.first().use(),
                                p.next().use()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
