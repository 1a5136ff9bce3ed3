package dev.replaylint.durable.tree;

import dev.replaylint.durable.sdk.OperationKind;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.program.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Moves branches below the {@code parallel} that they are started on: that is the context in which they have their positions, whatever
 * else is started in between.
 */
final class Branches {

    /** The calls that made the object a branch is started on; none where the code does not show them. */
    private final Map<Op, Set<Site>> makers = new IdentityHashMap<>();

    void started(Op branch, Set<Site> on) {
        makers.put(branch, on);
    }

    /** The nodes of one context with every branch below its {@code parallel}. */
    List<OperationNode> sorted(List<OperationNode> context) {
        Map<Op, Set<Op>> owned = new IdentityHashMap<>();
        assign(context, new ArrayList<>(), owned);
        if (owned.isEmpty()) {
            return context;
        }
        Set<Op> moved = Collections.newSetFromMap(new IdentityHashMap<>());
        owned.values().forEach(moved::addAll);
        return rebuilt(context, context, owned, moved);
    }

    /** Gives each branch to the last {@code parallel} before it that its object may come from. */
    private void assign(List<OperationNode> nodes, List<Op> before, Map<Op, Set<Op>> owned) {
        for (OperationNode node : nodes) {
            if (node instanceof Op op && op.kind() == OperationKind.PARALLEL) {
                before.add(0, op);
            } else if (node instanceof Op op && op.kind() == OperationKind.BRANCH) {
                owners(op, before)
                        .forEach(p -> owned.computeIfAbsent(p, k -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                .add(op));
            } else {
                inner(node).forEach(n -> assign(n, before, owned));
            }
        }
    }

    private List<Op> owners(Op branch, List<Op> before) {
        Set<Site> calls = makers.getOrDefault(branch, Set.of());
        List<Op> found = new ArrayList<>();
        for (Site call : calls) {
            before.stream()
                    .filter(p -> p.operation().call() == call)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? before.stream().limit(1).toList() : found;
    }

    private static List<List<OperationNode>> inner(OperationNode node) {
        if (node instanceof Choice choice) {
            return choice.arms();
        }
        return node instanceof Loop loop ? List.of(loop.body()) : List.of();
    }

    private static List<OperationNode> rebuilt(
            List<OperationNode> nodes, List<OperationNode> context, Map<Op, Set<Op>> owned, Set<Op> moved) {
        List<OperationNode> kept = new ArrayList<>();
        for (OperationNode node : nodes) {
            if (node instanceof Choice choice) {
                List<List<OperationNode>> arms = choice.arms().stream()
                        .map(a -> rebuilt(a, context, owned, moved))
                        .toList();
                kept.addAll(Choices.of(arms, choice.skippable(), choice.interval()));
            } else if (node instanceof Loop loop) {
                kept.addAll(Choices.repeated(
                        rebuilt(loop.body(), context, owned, moved), loop.rounds(), loop.polls(), loop.place()));
            } else if (!(node instanceof Op op)) {
                kept.add(node);
            } else if (!moved.contains(op)) {
                Set<Op> mine = owned.getOrDefault(op, Set.of());
                List<OperationNode> body = mine.isEmpty() ? op.body() : picked(context, op, mine::contains);
                kept.add(op.with(body));
            }
        }
        return kept;
    }

    /** The wanted operations among loops and choices, without those that the {@code parallel} itself stands in. */
    private static List<OperationNode> picked(List<OperationNode> nodes, Op parallel, Predicate<Op> wanted) {
        List<OperationNode> found = new ArrayList<>();
        for (OperationNode node : nodes) {
            List<List<OperationNode>> inner =
                    inner(node).stream().map(n -> picked(n, parallel, wanted)).toList();
            if (node instanceof Op op) {
                found.addAll(wanted.test(op) ? List.of(op) : List.of());
            } else if (holds(node, parallel)) {
                inner.forEach(found::addAll);
            } else if (node instanceof Loop loop) {
                found.addAll(Choices.repeated(inner.get(0), loop.rounds(), loop.polls(), loop.place()));
            } else if (node instanceof Choice choice) {
                found.addAll(Choices.of(inner, choice.skippable(), choice.interval()));
            }
        }
        return found;
    }

    private static boolean holds(OperationNode node, Op wanted) {
        return node == wanted || inner(node).stream().flatMap(List::stream).anyMatch(n -> holds(n, wanted));
    }
}
