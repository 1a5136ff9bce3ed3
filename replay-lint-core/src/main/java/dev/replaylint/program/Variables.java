package dev.replaylint.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of local variables over blocks: reads create joins where several definitions meet. */
final class Variables {

    private Variables() {}

    static Value read(Block block, Object variable) {
        List<Block> passed = new ArrayList<>();
        Block at = block;
        while (!at.definitions.containsKey(variable) && at.sealed && at.predecessors.size() == 1) {
            passed.add(at);
            at = at.predecessors.get(0);
        }
        Value value = at.definitions.containsKey(variable) ? at.definitions.get(variable) : join(at, variable);
        passed.forEach(b -> b.definitions.put(variable, value));
        return value;
    }

    private static Value join(Block block, Object variable) {
        if (block.sealed && block.predecessors.isEmpty()) {
            return Value.Unknown.UNKNOWN;
        }
        Value.Join join = new Value.Join(block);
        block.joins.add(join);
        block.definitions.put(variable, join);
        if (block.sealed) {
            complete(block, variable, join);
        } else {
            block.openJoins.put(variable, join);
        }
        return join;
    }

    private static void complete(Block block, Object variable, Value.Join join) {
        for (Block predecessor : block.predecessors) {
            Value value = read(predecessor, variable);
            if (predecessor.successors.contains(block)) {
                join.add(value, predecessor);
            } else {
                join.addThrown(value, predecessor, predecessor.isProtectedBy(block) ? predecessor.sites : List.of());
            }
        }
        join.settle();
    }

    /** All predecessors of a loop header are known: completes the joins that had to wait. */
    static void seal(Block block) {
        block.sealed = true;
        while (!block.openJoins.isEmpty()) {
            Map.Entry<Object, Value.Join> open =
                    block.openJoins.entrySet().iterator().next();
            Object variable = open.getKey();
            Value.Join join = open.getValue();
            block.openJoins.remove(variable);
            complete(block, variable, join);
        }
    }

    /** Replaces joins of one value, until nothing changes. */
    static void settle(List<Block> blocks) {
        List<Value.Join> joins = blocks.stream().flatMap(b -> b.joins.stream()).toList();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Value.Join join : joins) {
                changed |= join.settle();
            }
        }
        for (Block block : blocks) {
            block.sites.forEach(Site::settle);
            block.condition = block.condition.map(Value::settled);
        }
    }
}
