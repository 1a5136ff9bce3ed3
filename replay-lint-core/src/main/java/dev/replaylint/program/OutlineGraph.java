package dev.replaylint.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways through a body as a reader tells them: a {@code catch} comes after its {@code try}, the copy of a {@code finally} that runs
 * after an exception is left out, and so is whatever ends in an exception without passing a site of interest.
 */
final class OutlineGraph {

    private final List<Block> blocks;
    private final Set<Integer> interesting;
    private final int exit;
    private Graph graph;

    private OutlineGraph(List<Block> blocks, Set<Integer> interesting) {
        this.blocks = blocks;
        this.interesting = interesting;
        this.exit = blocks.size();
        this.graph = new Graph(blocks.size() + 1);
    }

    /** The graph over the blocks' numbers; the number after the last block stands for the end of the body. */
    static Graph of(List<Block> blocks, Set<Integer> interesting) {
        OutlineGraph made = new OutlineGraph(blocks, interesting);
        blocks.forEach(made::connect);
        made.connectUnreachedHandlers();
        made.dropDeadEnds();
        return made.graph;
    }

    private void connect(Block block) {
        block.successors.forEach(next -> graph.connect(block.number, next.number));
        if (block.successors.isEmpty() && !endsInThrow(block)) {
            graph.connect(block.number, exit);
        }
        block.tries.stream().filter(r -> leaves(block, r)).forEach(r -> connectTo(r, block));
    }

    private static boolean endsInThrow(Block block) {
        return !block.sites.isEmpty() && block.sites.get(block.sites.size() - 1) instanceof Site.Throw;
    }

    private static boolean leaves(Block block, TryRange range) {
        return block.successors.isEmpty() || block.successors.stream().anyMatch(next -> !next.tries.contains(range));
    }

    private void connectTo(TryRange range, Block from) {
        range.handlers().stream()
                .filter(h -> !h.isFinally())
                .forEach(h -> graph.connect(from.number, h.block().number));
    }

    /** Of a {@code try} that is not left but by an exception, as one around an endless loop. */
    private void connectUnreachedHandlers() {
        int edges = -1;
        while (edges != edges()) {
            edges = edges();
            Set<Integer> reached = reached(List.of(0), true);
            for (Block block : blocks) {
                if (reached.contains(block.number)) {
                    block.tries.stream().filter(r -> isUnreached(r, reached)).forEach(r -> connectTo(r, block));
                }
            }
        }
    }

    private int edges() {
        int edges = 0;
        for (int i = 0; i < graph.size(); i++) {
            edges += graph.successors(i).size();
        }
        return edges;
    }

    private static boolean isUnreached(TryRange range, Set<Integer> reached) {
        return range.handlers().stream().filter(h -> !h.isFinally()).noneMatch(h -> reached.contains(h.block().number));
    }

    private Set<Integer> reached(List<Integer> from, boolean forward) {
        Set<Integer> reached = new HashSet<>(from);
        Deque<Integer> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            int node = open.poll();
            for (int next : forward ? graph.successors(node) : graph.predecessors(node)) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private void dropDeadEnds() {
        Set<Integer> live = reached(List.of(0), true);
        live.add(exit);
        List<Integer> goals = new ArrayList<>(interesting);
        goals.add(exit);
        live.retainAll(reached(goals, false));
        Graph kept = new Graph(graph.size());
        for (int from = 0; from < graph.size(); from++) {
            for (int to : graph.successors(from)) {
                if (live.contains(from) && live.contains(to)) {
                    kept.connect(from, to);
                }
            }
        }
        graph = kept;
    }
}
