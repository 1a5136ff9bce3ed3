package dev.replaylint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which monitors are held where: those held on every way to a place. */
final class Monitors {

    private final Map<Block, List<Value>> atEntry = new HashMap<>();

    private Monitors() {}

    /** Blocks are numbered so that, but for loops, which cannot change what is held, predecessors come first. */
    static Monitors of(List<Block> blocks, Graph graph) {
        Monitors monitors = new Monitors();
        if (blocks.stream().allMatch(b -> b.monitorChanges.isEmpty())) {
            return monitors;
        }
        List<Block> order = new ArrayList<>(List.of(blocks.get(0)));
        monitors.atEntry.put(blocks.get(0), List.of());
        for (int i = 0; i < order.size(); i++) {
            Block block = order.get(i);
            List<Value> after = monitors.held(block, Integer.MAX_VALUE);
            for (int next : graph.successors(block.number)) {
                if (monitors.atEntry.putIfAbsent(blocks.get(next), after) == null) {
                    order.add(blocks.get(next));
                }
            }
        }
        return monitors;
    }

    /** Monitors held before the block's n-th site. */
    List<Value> held(Block block, int site) {
        List<Value> held = new ArrayList<>(atEntry.getOrDefault(block, List.of()));
        for (Block.MonitorChange change : block.monitorChanges) {
            if (change.sitesBefore() > site) {
                break;
            }
            if (change.entered()) {
                held.add(change.monitor());
            } else if (!held.isEmpty()) {
                held.remove(held.size() - 1);
            }
        }
        return held;
    }
}
