package dev.replaylint.durable.tree;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.graph.MadeObjects;
import dev.replaylint.durable.loop.Turns;
import dev.replaylint.durable.sdk.EntryPoint;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.value.Reach;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trees of all entry points, and the operations in them with their names. */
public final class OperationTrees {

    private static final Comparator<Map.Entry<EntryPoint, Visit>> ORDER = Comparator.comparing(
                    (Map.Entry<EntryPoint, Visit> e) -> e.getKey().method())
            .thenComparing(e -> e.getValue().body().shape().location());

    private final Repetition repetition;
    private final Exclusion exclusion;
    private final Behaviour behaviour;
    private final List<OperationTree> trees = new ArrayList<>();
    private final List<Op> operations = new ArrayList<>();
    private final Lazy<List<OperationLoop>> loops = new Lazy<>(this::findLoops);

    public OperationTrees(
            List<Map.Entry<EntryPoint, Visit>> starts,
            Program program,
            Reach reach,
            Effects effects,
            Repetition repetition,
            Fields fields,
            Behaviour behaviour) {
        this.repetition = repetition;
        this.exclusion = effects.exclusion();
        this.behaviour = behaviour;
        MadeObjects objects = new MadeObjects(program, effects, fields);
        starts.stream().sorted(ORDER).forEach(start -> {
            EntryPoint entry = start.getKey();
            boolean handler = entry.kind() == EntryPoint.Kind.HANDLER;
            Optional<String> self = Optional.of(entry.method().owner()).filter(o -> handler);
            ValueTrail trail = new ValueTrail(program, fields);
            Repeats repeats = new Repeats(program, effects, trail);
            Turns turns = new Turns(program, trail, effects);
            Guesses guesses = new Guesses(trail, objects);
            Inliner inliner = new Inliner(program, reach, repetition, trail, repeats, turns, guesses);
            List<OperationNode> root = inliner.context(CallFrame.entry(start.getValue(), self));
            trees.add(new OperationTree(entry, root, repeats.quantities()));
            operations.addAll(inliner.operations());
        });
    }

    /** What each entry point starts, sorted by entry point. */
    public List<OperationTree> trees() {
        return List.copyOf(trees);
    }

    /** How many operations one execution makes. */
    public OperationCount count(OperationTree tree) {
        return OperationCounter.count(tree, behaviour::attempts, repetition::isKeptOnce);
    }

    /** What is repeated without a bound that the code shows, and loops that poll. */
    public List<OperationLoop> loops() {
        return loops.get();
    }

    private List<OperationLoop> findLoops() {
        return trees.stream()
                .flatMap(t -> OperationLoops.of(t, behaviour).stream())
                .toList();
    }

    /** Every operation, once for each way to it, with its name there; also those for which an equal one stands in a tree. */
    public List<Op> operations() {
        return List.copyOf(operations);
    }

    /** Operations of one kind that have the same name in the same context. */
    public List<RepeatedName> repeatedNames() {
        return RepeatedNames.in(trees, repetition, exclusion);
    }
}
