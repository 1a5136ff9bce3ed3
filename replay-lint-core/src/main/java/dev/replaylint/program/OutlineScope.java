package dev.replaylint.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * The structure of a graph without circles. What a node alone leads to is an arm of the choice after it, what it dominates but others
 * lead to as well comes after the choice (compare Ramsey, "Beyond Relooper", ICFP 2022).
 */
final class OutlineScope {

    /** Stands for the end of the scope. */
    static final int END = Integer.MAX_VALUE;

    private static final Location NOWHERE = new Location("", 0, 0);

    /** Only nodes with contents count, besides the entry and the end; numbered in the order of their places. */
    private final List<List<Outline>> contents = new ArrayList<>();

    private final Graph graph;
    private final Dominance dominators;
    private final int end;
    private final List<Integer> rank;

    private OutlineScope(List<Integer> nodes, Map<Integer, List<Outline>> given, IntFunction<Set<Integer>> successors) {
        Map<Integer, Integer> numbers = new HashMap<>();
        nodes.forEach(n -> numbers.put(n, numbers.size()));
        end = nodes.size();
        graph = new Graph(nodes.size() + 1);
        Set<Integer> counted = new HashSet<>(nodes);
        counted.add(END);
        for (int node : nodes) {
            contents.add(given.getOrDefault(node, List.of()));
            for (int next : onward(node, counted, successors)) {
                graph.connect(numbers.getOrDefault(node, end), numbers.getOrDefault(next, end));
            }
        }
        dominators = graph.dominators(0);
        rank = rank();
    }

    static List<Outline> of(int entry, Map<Integer, List<Outline>> contents, IntFunction<Set<Integer>> successors) {
        List<Integer> nodes = new ArrayList<>(contents.keySet());
        nodes.remove(Integer.valueOf(entry));
        nodes.sort(Comparator.<Integer, Location>comparing(n -> place(contents.getOrDefault(n, List.of())))
                .thenComparing(n -> n));
        nodes.add(0, entry);
        OutlineScope scope = new OutlineScope(nodes, contents, successors);
        List<Outline> found = new ArrayList<>();
        scope.tell(0, found);
        return found;
    }

    private static Location place(List<Outline> contents) {
        if (contents.isEmpty()) {
            return NOWHERE;
        }
        Outline first = contents.get(0);
        if (first instanceof Outline.Point point) {
            return point.site().location();
        }
        return first instanceof Outline.Repeat repeat
                ? place(repeat.body())
                : place(((Outline.Choice) first).arms().get(0));
    }

    /** The nodes that count to which a node leads, directly or over such as do not count. */
    private static Set<Integer> onward(int from, Set<Integer> counted, IntFunction<Set<Integer>> successors) {
        Set<Integer> found = new TreeSet<>();
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(successors.apply(from));
        while (!open.isEmpty()) {
            int node = open.poll();
            if (counted.contains(node)) {
                found.add(node);
            } else if (seen.add(node)) {
                open.addAll(successors.apply(node));
            }
        }
        return found;
    }

    /** Every node after those that lead to it; the earlier line first where that leaves a choice. */
    private List<Integer> rank() {
        int[] waiting = new int[graph.size()];
        for (int i = 0; i < graph.size(); i++) {
            waiting[i] = graph.predecessors(i).size();
        }
        List<Integer> order = new ArrayList<>();
        TreeSet<Integer> ready = new TreeSet<>(Set.of(0));
        while (!ready.isEmpty()) {
            int node = ready.pollFirst();
            order.add(node);
            for (int next : graph.successors(node)) {
                if (--waiting[next] == 0) {
                    ready.add(next);
                }
            }
        }
        return order;
    }

    private void tell(int start, List<Outline> into) {
        int node = start;
        boolean onward = true;
        while (onward) {
            into.addAll(contents.get(node));
            List<Integer> next = graph.successors(node);
            List<Integer> arms = new ArrayList<>();
            List<Integer> merges = new ArrayList<>();
            for (int child : children(node)) {
                (graph.predecessors(child).size() == 1 ? arms : merges).add(child);
            }
            onward = false;
            if (next.size() == 1 && arms.size() == 1) {
                node = arms.get(0);
                onward = true;
            } else {
                tellChoice(arms, next.size() > arms.size(), into);
                int last = tellMerges(node, merges, into);
                onward = last != node;
                node = last;
            }
        }
    }

    private void tellChoice(List<Integer> arms, boolean skippable, List<Outline> into) {
        if (!arms.isEmpty()) {
            List<List<Outline>> told = new ArrayList<>();
            arms.stream().sorted().forEach(a -> told.add(told(a)));
            into.add(new Outline.Choice(told, skippable));
        }
    }

    /** Tells all but a last one that every way from the node passes, which is the answer; the node itself if there is none. */
    private int tellMerges(int node, List<Integer> merges, List<Outline> into) {
        for (int i = 0; i < merges.size(); i++) {
            boolean passed = !reachesEndWithout(node, merges.get(i));
            if (passed && i == merges.size() - 1) {
                return merges.get(i);
            }
            List<Outline> told = told(merges.get(i));
            into.addAll(passed ? told : List.of(new Outline.Choice(List.of(told), true)));
        }
        return node;
    }

    private List<Outline> told(int node) {
        List<Outline> told = new ArrayList<>();
        tell(node, told);
        return told;
    }

    private List<Integer> children(int node) {
        List<Integer> found = new ArrayList<>();
        for (int other : rank) {
            if (other != node && other != end && other != 0 && dominators.immediate(other) == node) {
                found.add(other);
            }
        }
        return found;
    }

    private boolean reachesEndWithout(int from, int without) {
        Map<Integer, Boolean> seen = new LinkedHashMap<>(Map.of(without, true));
        Deque<Integer> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            int node = open.poll();
            if (node == end) {
                return true;
            }
            if (seen.put(node, true) == null) {
                open.addAll(graph.successors(node));
            }
        }
        return false;
    }
}
