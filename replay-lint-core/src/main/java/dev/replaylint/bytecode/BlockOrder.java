package dev.replaylint.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The order in which the blocks of a method are read: each after those that lead to it, unless it leads back to them, and else as in
 * the code. Not all compilers write them so: Eclipse's has the test of a loop behind the body of the loop.
 */
final class BlockOrder {

    private record Edge(int from, int to) {}

    private final Map<Integer, Set<Integer>> successors;
    private final Set<Edge> back = new HashSet<>();
    private final Map<Integer, Integer> open = new HashMap<>();
    private final Set<Integer> order = new LinkedHashSet<>();
    private final Set<Integer> ledBackTo = new HashSet<>();

    /**
     * Orders blocks.
     *
     * @param successors starts of the blocks that each block leads to, by its start in the order of the code, which begins with the
     *     entry
     */
    BlockOrder(Map<Integer, Set<Integer>> successors) {
        this.successors = successors;
        int entry = successors.keySet().iterator().next();
        explore(entry);
        arrange(entry);
        order.addAll(successors.keySet());
        findLedBackTo();
    }

    /** A walk into the depth: an edge to a block that the walk is still in leads back. Counts the other edges. */
    private void explore(int entry) {
        Set<Integer> seen = new HashSet<>(Set.of(entry));
        Set<Integer> inside = new HashSet<>(Set.of(entry));
        Deque<Integer> way = new ArrayDeque<>(List.of(entry));
        Deque<Iterator<Integer>> ahead = new ArrayDeque<>(List.of(next(entry)));
        while (!way.isEmpty()) {
            int at = way.element();
            if (!ahead.element().hasNext()) {
                inside.remove(way.remove());
                ahead.remove();
                continue;
            }
            int to = ahead.element().next();
            if (inside.contains(to)) {
                back.add(new Edge(at, to));
                continue;
            }
            open.merge(to, 1, Integer::sum);
            if (seen.add(to)) {
                inside.add(to);
                way.push(to);
                ahead.push(next(to));
            }
        }
    }

    private Iterator<Integer> next(int block) {
        return successors.getOrDefault(block, Set.of()).iterator();
    }

    private void arrange(int entry) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(List.of(entry));
        while (!ready.isEmpty()) {
            int block = ready.remove();
            order.add(block);
            for (int to : successors.getOrDefault(block, Set.of())) {
                if (!back.contains(new Edge(block, to)) && open.merge(to, -1, Integer::sum) == 0) {
                    ready.add(to);
                }
            }
        }
    }

    private void findLedBackTo() {
        Set<Integer> read = new HashSet<>();
        for (int block : order) {
            read.add(block);
            next(block).forEachRemaining(to -> {
                if (read.contains(to)) {
                    ledBackTo.add(to);
                }
            });
        }
    }

    /** Starts of all blocks, in order; those that nothing leads to are the last. */
    List<Integer> starts() {
        return List.copyOf(order);
    }

    /** Whether a block that is read later, or itself, leads to this one. */
    boolean isLedBackTo(int start) {
        return ledBackTo.contains(start);
    }
}
