package dev.replaylint.program;

import dev.replaylint.program.Context.Condition;
import dev.replaylint.program.Context.Loop;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        Ways ways = new Ways(blocks, blocks.size() + 1);
        Graph normal = new Graph(blocks.size() + 1 + ways.size());
        for (Block block : blocks) {
            connect(block, all, normal, ways);
        }
        ways.connect(normal);
        dominators = all.dominators(0);
        dependence = new ControlDependence(blocks, normal, ways, dominators, shape.location());
        loops = Loops.of(blocks, all, dominators, shape.location());
        monitors = Monitors.of(blocks, all);
    }

    /**
     * Gives every site of a body its context, and every join the conditions that decide it.
     *
     * @return those of all joins
     */
    static Set<Value> place(List<Block> blocks, BodyShape shape) {
        boolean straight = blocks.size() == 1
                && blocks.get(0).tries.isEmpty()
                && blocks.get(0).monitorChanges.isEmpty()
                && !shape.monitor();
        if (straight) {
            blocks.get(0).sites.forEach(s -> s.place(Context.NONE));
            return Set.of();
        }
        return new Structure(blocks, shape).place();
    }

    private void connect(Block block, Graph all, Graph normal, Ways ways) {
        for (Block next : block.successors) {
            all.connect(block.number, next.number);
            normal.connect(block.number, ways.node(block, next));
        }
        for (Block handler : block.exceptional) {
            all.connect(block.number, handler.number);
        }
        if (block.successors.isEmpty()) {
            normal.connect(block.number, blocks.size());
        }
    }

    private Set<Value> place() {
        Set<Value> choosing = new HashSet<>();
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
            if (!block.joins.isEmpty()) {
                Deciders deciders = new Deciders(block, dependence);
                block.joins.forEach(j -> j.decidedBy(deciders.of(j), deciders.choices(j)));
                block.joins.forEach(j -> choosing.addAll(j.deciders()));
            }
        }
        return choosing;
    }

    private List<Value> held(Block block, int site) {
        List<Value> held = new ArrayList<>(monitors.held(block, site));
        if (shape.monitor()) {
            held.add(0, shape.instance() ? Value.This.THIS : Value.Unknown.UNKNOWN);
        }
        return List.copyOf(held);
    }
}
