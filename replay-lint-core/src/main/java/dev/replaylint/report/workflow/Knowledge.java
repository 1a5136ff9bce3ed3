package dev.replaylint.report.workflow;

import dev.replaylint.durable.Mutation;
import dev.replaylint.durable.ReplayModel;
import dev.replaylint.durable.StepRun;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.key.KeyState;
import dev.replaylint.durable.loop.Amount;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.durable.sdk.Attempts;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.sdk.StepSettings;
import dev.replaylint.durable.settings.Delays;
import dev.replaylint.durable.tree.OperationCount;
import dev.replaylint.durable.tree.OperationNode;
import dev.replaylint.durable.tree.Spans;
import dev.replaylint.program.Site;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What the model tells of operations, as facts. Calls on several ways are described by what holds on any of them. */
final class Knowledge {

    private final Map<Site, Set<StepSettings.Semantics>> semantics = new IdentityHashMap<>();
    private final Map<Site, Set<KeyState>> keys = new IdentityHashMap<>();

    private static final Set<OperationKind> TRIED = EnumSet.of(
            OperationKind.STEP,
            OperationKind.WAIT_FOR_CALLBACK,
            OperationKind.WAIT_FOR_CONDITION,
            OperationKind.WITH_RETRY);

    private final Set<Site> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ReplayModel model;

    Knowledge(ReplayModel model) {
        this.model = model;
        model.deliveries()
                .setups()
                .openCallbacks()
                .forEach(c -> open.add(c.operation().call()));
        for (StepRun run : model.deliveries().steps()) {
            run.settings()
                    .forEach(s -> semantics
                            .computeIfAbsent(run.operation().call(), c -> EnumSet.noneOf(StepSettings.Semantics.class))
                            .add(s.semantics()));
        }
        for (Mutation mutation : model.deliveries().mutations()) {
            keys.computeIfAbsent(mutation.step().call(), c -> EnumSet.noneOf(KeyState.class))
                    .add(mutation.key());
        }
    }

    Cost cost(OperationCount count) {
        List<String> legend = count.quantities().stream()
                .map(q -> "`" + q.letter() + "` is the number of " + q.what() + ".")
                .toList();
        return new Cost(
                count.best().toString(),
                count.worst().toString(),
                count.best().number(),
                count.worst().number(),
                count.worst().isUnbounded(),
                legend,
                count.uncertain().stream().map(Knowledge::sentence).toList());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /** How often something runs: nothing for once. */
    static Fact times(Rounds rounds, OperationCount count, String unit) {
        if (rounds.most().isUnbounded()) {
            return Fact.alert("without a bound");
        }
        OptionalLong most = rounds.most().number();
        if (most.isPresent() && rounds.least().equals(rounds.most())) {
            return Fact.of(most.getAsLong() + " " + unit);
        }
        return Fact.of((most.isPresent() ? "up to " : "") + count.lettered(rounds.most()) + " " + unit);
    }

    OperationFacts facts(OperationNode.Op op, OperationCount count) {
        Site call = op.operation().call();
        return new OperationFacts(
                attempts(op.operation()),
                semantics(semantics.getOrDefault(call, Set.of())),
                timeout(op.operation()),
                key(keys.getOrDefault(call, Set.of())),
                op.kind() == OperationKind.MAP ? times(op.rounds(), count, "items") : Fact.NONE,
                count(op, count));
    }

    private static Fact count(OperationNode.Op op, OperationCount count) {
        Amount amount = count.each().get(op);
        if (amount == null) {
            return Fact.NONE;
        }
        return amount.isUnbounded() ? Fact.alert("unbounded") : Fact.of(amount.toString());
    }

    private Fact attempts(Operation operation) {
        if (!TRIED.contains(operation.kind())) {
            return Fact.NONE;
        }
        Attempts attempts = model.deliveries().attempts(operation);
        if (attempts instanceof Attempts.Known known) {
            return Fact.of(Integer.toString(known.most()));
        }
        return attempts instanceof Attempts.Unbounded ? Fact.alert("unbounded") : Fact.NOT_KNOWN;
    }

    private Fact timeout(Operation operation) {
        Delays delays = model.deliveries().setups().delays();
        return switch (operation.kind()) {
            case WAIT -> fact(delays.ofWait(operation));
            case CREATE_CALLBACK, WAIT_FOR_CALLBACK ->
                open.contains(operation.call()) ? Fact.alert("no timeout") : fact(delays.ofCallback(operation));
            default -> Fact.NONE;
        };
    }

    private static Fact fact(Optional<Duration> delay) {
        return delay.map(d -> Fact.of(Spans.text(d))).orElse(Fact.NOT_KNOWN);
    }

    private static Fact semantics(Set<StepSettings.Semantics> known) {
        if (known.isEmpty()) {
            return Fact.NONE;
        }
        if (known.size() > 1) {
            return Fact.alert("differs");
        }
        return switch (known.iterator().next()) {
            case AT_LEAST_ONCE -> Fact.of("at least once");
            case AT_MOST_ONCE -> Fact.of("at most once");
            case UNKNOWN -> Fact.NOT_KNOWN;
        };
    }

    /** The worst of what its writes have. */
    private static Fact key(Set<KeyState> known) {
        if (known.contains(KeyState.MISSING) || known.contains(KeyState.FILLED)) {
            return Fact.alert("not found");
        }
        if (known.contains(KeyState.NONE)) {
            return Fact.alert("API has none");
        }
        if (known.contains(KeyState.UNKNOWN)) {
            return Fact.NOT_KNOWN;
        }
        return known.contains(KeyState.GIVEN) ? Fact.of("found") : Fact.NONE;
    }
}
