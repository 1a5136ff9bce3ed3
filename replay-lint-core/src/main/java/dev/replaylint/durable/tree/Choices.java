package dev.replaylint.durable.tree;

import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Place;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.loop.Rounds;
import dev.replaylint.durable.tree.OperationNode.Choice;
import dev.replaylint.durable.tree.OperationNode.Loop;
import dev.replaylint.durable.tree.OperationNode.Op;
import dev.replaylint.durable.tree.OperationNode.Recursion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts ways together so that code that means the same looks the same: no empty arms, no choice right in a choice, no equal arms. */
final class Choices {

    private Choices() {}

    /** The nodes of a choice: none, the one arm where there is no way past it, or a {@link Choice}. */
    static List<OperationNode> of(List<List<OperationNode>> given, boolean skippable) {
        return of(given, skippable, 1);
    }

    static List<OperationNode> of(List<List<OperationNode>> given, boolean skippable, long interval) {
        if (given.size() == 1 && !skippable && !isChoice(given.get(0))) {
            return given.get(0);
        }
        Map<String, List<OperationNode>> arms = new LinkedHashMap<>();
        boolean certain = !skippable;
        boolean skipped = skippable;
        long rounds = interval;
        for (List<OperationNode> arm : given) {
            boolean nested = isChoice(arm);
            certain &= !nested && !arm.isEmpty();
            rounds = nested && given.size() == 1 && rounds == 1 ? ((Choice) arm.get(0)).interval() : rounds;
            skipped |= arm.isEmpty() || nested && ((Choice) arm.get(0)).skippable();
            List<List<OperationNode>> inner = nested ? ((Choice) arm.get(0)).arms() : List.of(arm);
            inner.stream()
                    .filter(a -> !a.isEmpty())
                    .forEach(a -> arms.merge(OperationTree.text(a), a, Choices::telling));
        }
        List<List<OperationNode>> kept = new ArrayList<>(arms.values());
        if (kept.isEmpty()) {
            return List.of();
        }
        return kept.size() == 1 && certain ? kept.get(0) : List.of(new Choice(kept, skipped, rounds));
    }

    /** Of equal arms the one whose recursion has no end, if one has. */
    private static List<OperationNode> telling(List<OperationNode> one, List<OperationNode> other) {
        return isOpen(other) && !isOpen(one) ? other : one;
    }

    private static boolean isOpen(List<OperationNode> arm) {
        return arm.stream().anyMatch(n -> n instanceof Recursion r && r.depth() == Recursion.Depth.OPEN);
    }

    private static boolean isChoice(List<OperationNode> arm) {
        return arm.size() == 1 && arm.get(0) instanceof Choice;
    }

    /** The nodes of a loop: none where it has nothing in it; a round that may be skipped is one round less. */
    static List<OperationNode> repeated(List<OperationNode> given, Rounds rounds, boolean polls, Place place) {
        boolean skipped = given.size() == 1
                && given.get(0) instanceof Choice c
                && c.arms().size() == 1;
        List<OperationNode> body = skipped ? ((Choice) given.get(0)).arms().get(0) : given;
        Rounds all = skipped ? given.get(0).in(rounds).orFewer() : rounds;
        return body.isEmpty() ? List.of() : List.of(new Loop(body, all, polls, place));
    }

    /** What a method starts; one that starts nothing but itself, such as a parser that makes steps for others to run, starts nothing. */
    static List<OperationNode> entered(Visit method, List<OperationNode> given) {
        return startsAny(given) ? given : without(method, given);
    }

    private static boolean startsAny(List<OperationNode> nodes) {
        return nodes.stream()
                .anyMatch(n -> n instanceof Op
                        || n instanceof Loop loop && startsAny(loop.body())
                        || n instanceof Choice choice && choice.arms().stream().anyMatch(Choices::startsAny));
    }

    private static List<OperationNode> without(Visit method, List<OperationNode> nodes) {
        List<OperationNode> left = new ArrayList<>();
        for (OperationNode node : nodes) {
            if (node instanceof Loop loop) {
                left.addAll(repeated(without(method, loop.body()), loop.rounds(), loop.polls(), loop.place()));
            } else if (node instanceof Choice choice) {
                left.addAll(of(
                        choice.arms().stream().map(a -> without(method, a)).toList(),
                        choice.skippable(),
                        choice.interval()));
            } else if (!(node instanceof Recursion call)
                    || !call.place().visit().outgoing(call.place().site()).stream()
                            .map(Edge::callee)
                            .anyMatch(method::equals)) {
                left.add(node);
            }
        }
        return left;
    }
}
