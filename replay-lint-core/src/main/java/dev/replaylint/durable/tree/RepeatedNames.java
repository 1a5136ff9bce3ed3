package dev.replaylint.durable.tree;

import dev.replaylint.durable.body.Exclusion;
import dev.replaylint.durable.name.OperationName.Kind;
import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.tree.Inlining.Step;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.program.Body;
import dev.replaylint.program.Context.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds operations of one kind that have the same name in the same context, where one execution can start both. */
final class RepeatedNames {

    private record Key(OperationKind kind, String name) {}

    private final Repetition repetition;
    private final Exclusion exclusion;
    private final List<RepeatedName> found = new ArrayList<>();

    private RepeatedNames(Repetition repetition, Exclusion exclusion) {
        this.repetition = repetition;
        this.exclusion = exclusion;
    }

    static List<RepeatedName> in(List<OperationTree> trees, Repetition repetition, Exclusion exclusion) {
        RepeatedNames names = new RepeatedNames(repetition, exclusion);
        trees.forEach(t -> names.context(t.root()));
        return names.found;
    }

    private void context(List<OperationNode> nodes) {
        sequence(nodes, false);
    }

    /** The operations of a sequence on its context, after reporting those that repeat an earlier one. */
    private Map<Key, List<Op>> sequence(List<OperationNode> nodes, boolean looping) {
        Map<Key, List<Op>> before = new LinkedHashMap<>();
        for (OperationNode node : nodes) {
            Map<Key, List<Op>> here = one(node, looping);
            here.forEach((key, ops) -> ops.forEach(o -> compare(o, before.getOrDefault(key, List.of()))));
            here.forEach((key, ops) ->
                    before.computeIfAbsent(key, k -> new ArrayList<>()).addAll(ops));
        }
        return before;
    }

    private Map<Key, List<Op>> one(OperationNode node, boolean looping) {
        if (node instanceof Op op) {
            context(op.body());
            return named(op, looping);
        }
        if (node instanceof Loop loop) {
            return sequence(loop.body(), true);
        }
        Map<Key, List<Op>> either = new LinkedHashMap<>();
        if (node instanceof Choice choice) {
            for (List<OperationNode> arm : choice.arms()) {
                sequence(arm, looping)
                        .forEach((key, ops) -> either.computeIfAbsent(key, k -> new ArrayList<>())
                                .addAll(ops));
            }
        }
        return either;
    }

    private Map<Key, List<Op>> named(Op op, boolean looping) {
        if (op.name().kind() != Kind.CONSTANT) {
            return Map.of();
        }
        if (looping
                && !op.inlining().isOfOneRound()
                && !repetition.isKeptOnce(op.operation().visit())) {
            found.add(new RepeatedName(op, Optional.empty()));
        }
        return Map.of(new Key(op.kind(), op.name().text()), List.of(op));
    }

    private void compare(Op op, List<Op> before) {
        before.stream()
                .filter(b -> canFollow(b, op))
                .findFirst()
                .ifPresent(b -> found.add(new RepeatedName(op, Optional.of(b))));
    }

    /** Where the ways to two operations part, the ways through that body decide; a tree does not tell which ways end early. */
    private boolean canFollow(Op first, Op second) {
        return !first.inlining().isRemembered(second.inlining())
                && first.inlining()
                        .fork(second.inlining())
                        .filter(f -> f.guessed() || !canFollow(f.one(), f.other()))
                        .isEmpty();
    }

    private boolean canFollow(List<Step> one, List<Step> other) {
        Body body = one.get(0).body();
        return !exclusion.test(conditions(one), conditions(other), body)
                && new Aftermath(exclusion.program(), one).allows(other);
    }

    /** What is asked before a way is taken. */
    private List<Condition> conditions(List<Step> way) {
        List<Condition> found = new ArrayList<>(Exclusion.certain(way.get(0).site()));
        if (way.size() > 1) {
            exclusion.running(way.get(0).site(), way.get(1).body().key()).ifPresent(found::add);
        }
        return found;
    }
}
