package dev.replaylint.program;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The ways from outside into protected ranges, as nodes of their own. In class files a branch may lead straight into a range: with
 * an edge from the branch to the handler, it would decide about all that the range protects.
 */
final class Ways {

    private record Way(Block into, Set<Block> handlers) {}

    private final Map<Way, Integer> nodes = new LinkedHashMap<>();

    /** Numbers the ways from {@code first} on. */
    Ways(Iterable<Block> blocks, int first) {
        for (Block block : blocks) {
            for (Block next : block.successors) {
                Way way = new Way(next, entered(block, next));
                if (!way.handlers().isEmpty()) {
                    nodes.putIfAbsent(way, first + nodes.size());
                }
            }
        }
    }

    int size() {
        return nodes.size();
    }

    /** The node that a block leads to on its way to one of its successors. */
    int node(Block from, Block next) {
        return nodes.getOrDefault(new Way(next, entered(from, next)), next.number);
    }

    /** Adds where the ways lead. */
    void connect(Graph graph) {
        nodes.forEach((way, node) -> {
            graph.connect(node, way.into().number);
            way.handlers().forEach(h -> graph.connect(node, h.number));
        });
    }

    /** The handlers of the ranges that are entered on the way from one block to the next. */
    private static Set<Block> entered(Block from, Block next) {
        if (from.exceptional.isEmpty()) {
            return Set.of();
        }
        Set<Block> handlers = new HashSet<>();
        for (Block handler : from.exceptional) {
            if (!from.isProtectedBy(handler) && next.isProtectedBy(handler)) {
                handlers.add(handler);
            }
        }
        return handlers;
    }
}
