package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Delivery;
import dev.replaylint.catalog.Effect;
import dev.replaylint.catalog.KeyPlace;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Constructions;
import dev.replaylint.durable.flow.Definitions;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Given;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Started;
import dev.replaylint.durable.flow.Uses;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.flow.Way;
import dev.replaylint.durable.key.FaultyKeys;
import dev.replaylint.durable.key.GivenKey;
import dev.replaylint.durable.key.KeyParts;
import dev.replaylint.durable.key.KeyState;
import dev.replaylint.durable.key.Keys;
import dev.replaylint.durable.key.Keys.Write;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.DurableSettings;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.durable.sdk.StepSettings;
import dev.replaylint.durable.settings.Settings;
import dev.replaylint.durable.settings.Tried;
import dev.replaylint.durable.tree.Behaviour;
import dev.replaylint.durable.value.Contents;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import dev.replaylint.program.Program;
import dev.replaylint.program.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How often the effects of steps are made, and what makes repeated ones harmless. Judged on each way to an effect. */
public final class Deliveries implements Behaviour {

    private static final Set<OperationKind> STEPS = Set.of(OperationKind.STEP, OperationKind.WAIT_FOR_CALLBACK);

    private static final Set<OperationKind> TRIED = Set.of(
            OperationKind.STEP,
            OperationKind.WAIT_FOR_CALLBACK,
            OperationKind.WAIT_FOR_CONDITION,
            OperationKind.WITH_RETRY);

    private final Effects effects;
    private final List<Visit> visits;
    private final List<ApiUse> uses;
    private final ReplayModel model;
    private final Definitions definitions;
    private final Constructions constructions;
    private final Settings settings;
    private final Keys keys;
    private final KeyParts parts;
    private final Setups setups;
    private final Memo<Started, Set<StepSettings>> stepSettings;
    private final Lazy<List<ApiUse>> writes = new Lazy<>(this::findWrites);
    private final Lazy<List<Mutation>> mutations = new Lazy<>(this::findMutations);
    private final Lazy<Set<Site>> writing = new Lazy<>(this::findWriting);

    Deliveries(ReplayModel model, Effects effects, Fields fields, Uses references, List<Visit> visits) {
        this.model = model;
        this.effects = effects;
        this.visits = visits;
        this.uses = model.uses().in(Region.CHECKPOINTED);
        Program program = model.program();
        this.definitions = new Definitions(program, fields);
        this.constructions = new Constructions(program, effects, definitions);
        this.setups = new Setups(model, effects, definitions, constructions);
        this.settings = new Settings(program, definitions, constructions);
        this.stepSettings = new Memo<>(settings::of);
        this.keys = new Keys(program, definitions, constructions);
        this.parts = new KeyParts(program, definitions, references, new Contents(effects), model.uses()::effect);
    }

    /** All steps of replayed code, once for each way to them. */
    public List<StepRun> steps() {
        List<StepRun> found = new ArrayList<>();
        for (Started step : started()) {
            found.add(new StepRun(step.operation(), path(step), stepSettings.get(step)));
        }
        return found;
    }

    /** How operations are set up, and what of it does not hold. */
    public Setups setups() {
        return setups;
    }

    /** How often the function of an operation is tried at most, on this way to it. */
    Attempts attempts(OperationKind kind, Site.Call call, Way way) {
        return settings.attempts(kind, call, way);
    }

    @Override
    public Attempts attempts(Operation operation) {
        return Attempts.worst(Way.to(operation.visit()).stream()
                .map(w -> attempts(operation.kind(), operation.call(), w))
                .toList());
    }

    /** All operations of replayed code that are tried several times, once for each way to them. */
    public List<Tried> tried() {
        List<Tried> found = new ArrayList<>();
        for (Started started : model.started(TRIED)) {
            Operation operation = started.operation();
            found.add(new Tried(operation, path(started), attempts(operation.kind(), operation.call(), started.way())));
        }
        return found;
    }

    private List<Started> started() {
        return model.started(STEPS);
    }

    private CallPath path(Started started) {
        MethodKey target = started.operation().call().target();
        Optional<Integer> config = DurableSettings.stepConfig(target).or(() -> DurableSettings.strategyConfig(target));
        return Given.path(config, started, model.program());
    }

    private boolean mayRepeat(Started started) {
        return STEPS.contains(started.operation().kind())
                && stepSettings.get(started).stream().anyMatch(StepSettings::mayRepeat);
    }

    /** Calls in steps that change something outside the process, once for each way to them. */
    public List<Mutation> mutations() {
        return mutations.get();
    }

    private List<Mutation> findMutations() {
        List<Mutation> found = new ArrayList<>();
        for (ApiUse use : writes.get()) {
            Way.to(use.visit()).forEach(w -> mutation(use, w).ifPresent(found::add));
        }
        return found;
    }

    @Override
    public Optional<Duration> waiting(Operation operation) {
        return setups.delays().ofWait(operation);
    }

    @Override
    public boolean writes(Operation operation) {
        return writing.get().contains(operation.call());
    }

    /** The steps that write. */
    private Set<Site> findWriting() {
        Set<Site> calls = Collections.newSetFromMap(new IdentityHashMap<>());
        mutations().forEach(m -> calls.add(m.step().call()));
        return calls;
    }

    private List<ApiUse> findWrites() {
        return uses.stream()
                .filter(u ->
                        model.uses().effect(u).filter(Effect.IO_WRITE::equals).isPresent())
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
        return new FaultyKeys(effects, model.program(), visits, keys, parts, this::mayRepeat).find(writes.get());
    }

    /** Steps whose function makes several effects, of which another attempt repeats the earlier ones. */
    public List<RepeatedEffects> repeatedEffects() {
        StepEffects inside = new StepEffects(effects, writes.get(), this::key);
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
