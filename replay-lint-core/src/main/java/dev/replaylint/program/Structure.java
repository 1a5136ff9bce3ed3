package dev.replaylint.program;

import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Context.Loop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derives the structure of a body from its control-flow graph and places every site in it. */
final class Structure {

    private final List<Block> blocks;
    private final BodyShape shape;
    private final Dominance dominators;
    private final ControlDependence dependence;
    private final Loops loops;
    private final Monitors monitors;

    private Structure(List<Block> blocks, BodyShape shape) {
        this.blocks = blocks;
        this.shape = shape;
        Graph all = new Graph(blocks.size());
        Graph normal = new Graph(blocks.size() + 1);
        for (Block block : blocks) {
            connect(block, all, normal);
        }
        dominators = all.dominators(0);
        dependence = ControlDependence.of(blocks, normal, dominators, shape.location());
        loops = Loops.of(blocks, all, dominators, shape.location());
        monitors = Monitors.of(blocks, all);
    }

    /** Gives every site of a body its context, and every join the conditions that decide it. */
    static void place(List<Block> blocks, BodyShape shape) {
        boolean straight = blocks.size() == 1
                && blocks.get(0).tries.isEmpty()
                && blocks.get(0).monitorChanges.isEmpty()
                && !shape.monitor();
        if (straight) {
            blocks.get(0).sites.forEach(s -> s.place(Context.NONE));
        } else {
            new Structure(blocks, shape).place();
        }
    }

    private void connect(Block block, Graph all, Graph normal) {
        for (Block next : block.successors) {
            all.connect(block.number, next.number);
            normal.connect(block.number, next.number);
        }
        for (Block handler : block.exceptional) {
            all.connect(block.number, handler.number);
            if (!block.isProtectedBy(handler)) {
                normal.connect(block.number, handler.number);
            }
        }
        if (block.successors.isEmpty()) {
            normal.connect(block.number, blocks.size());
        }
    }

    private void place() {
        Map<TryRange.Handler, Integer> handlers = new LinkedHashMap<>();
        blocks.forEach(b -> b.tries.forEach(t -> t.handlers().forEach(h -> handlers.put(h, h.block().number))));
        for (Block block : blocks) {
            if (!dominators.reaches(block.number)) {
                continue;
            }
            List<Condition> conditions = dependence.conditions(block);
            List<Loop> around = loops.around(block);
            BitSet above = handlers.isEmpty() ? new BitSet() : dominators.above(block.number);
            List<TryRange.Handler> inside = handlers.entrySet().stream()
                    .filter(h -> above.get(h.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            Context context = new Context(conditions, around, block.tries, inside, held(block, 0));
            for (int i = 0; i < block.sites.size(); i++) {
                context = block.monitorChanges.isEmpty() ? context : context.holding(held(block, i));
                block.sites.get(i).place(context);
            }
            block.joins.forEach(j -> j.decidedBy(deciders(block)));
        }
    }

    private List<Value> held(Block block, int site) {
        List<Value> held = new ArrayList<>(monitors.held(block, site));
        if (shape.monitor()) {
            held.add(0, shape.instance() ? Value.This.THIS : Value.Unknown.UNKNOWN);
        }
        return List.copyOf(held);
    }

    /** Conditions on the ways into a block that the block itself does not depend on. */
    private List<Value> deciders(Block block) {
        Set<Value> deciders = new LinkedHashSet<>();
        for (Block before : block.predecessors) {
            dependence.conditions(before).forEach(c -> deciders.add(c.value()));
            if (before.successors.size() > 1) {
                before.condition.ifPresent(deciders::add);
            }
        }
        dependence.conditions(block).forEach(c -> deciders.remove(c.value()));
        return List.copyOf(deciders);
    }
}
