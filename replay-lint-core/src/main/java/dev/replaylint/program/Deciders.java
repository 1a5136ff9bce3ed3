package dev.replaylint.program;

import dev.replaylint.program.Context.Condition;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Branches that choose between the ways into a block. Such a branch decides what a variable is there only if it is not the same on
 * the ways that its outcomes lead to: the last {@code if} of a loop does not decide how far the loop has counted.
 */
final class Deciders {

    private final Map<Integer, Decision> branches = new LinkedHashMap<>();
    private final List<Decision> all;
    private final List<Decision> decisions;

    Deciders(Block block, ControlDependence dependence) {
        for (int way = 0; way < block.predecessors.size(); way++) {
            Block before = block.predecessors.get(way);
            for (Condition condition : dependence.conditions(before)) {
                add(condition, way);
            }
            for (int i = 0; before.condition.isPresent() && i < before.successors.size(); i++) {
                if (before.successors.get(i) == block && before.successors.size() > 1) {
                    add(new Condition(before.number, before.condition.get(), i), way);
                }
            }
        }
        all = List.copyOf(branches.values());
        // Whether the block runs at all is another question.
        Set<Value> own = new HashSet<>();
        dependence.conditions(block).forEach(c -> own.add(c.value()));
        branches.values().removeIf(b -> own.contains(b.value()));
        decisions = List.copyOf(branches.values());
    }

    private void add(Condition condition, int way) {
        branches.computeIfAbsent(condition.branch(), b -> new Decision(b, condition.value(), new LinkedHashMap<>()))
                .outcomes()
                .computeIfAbsent(condition.outcome(), o -> new BitSet())
                .set(way);
    }

    /** The branches in front of a join of this block, if it may be a constant or what the body was given: others are not asked. */
    List<Decision> before(Value.Join join) {
        if (mayBe(join, v -> v instanceof Value.Constant)) {
            return decisions;
        }
        return mayBe(join, v -> v instanceof Value.This || v instanceof Value.Parameter) ? all : List.of();
    }

    private static boolean mayBe(Value.Join join, Predicate<Value> wanted) {
        return join.ways().stream()
                .anyMatch(w -> wanted.test(w)
                        || w instanceof Value.Join inner
                                && inner.ways().stream().anyMatch(wanted));
    }

    /** The values that decide which of its operands a join of this block is. */
    List<Value> of(Value.Join join) {
        List<Value> ways = join.ways();
        Set<Value> found = new LinkedHashSet<>();
        for (Decision branch : branches.values()) {
            if (decides(branch, ways)) {
                found.add(branch.value());
            }
        }
        return List.copyOf(found);
    }

    private static boolean decides(Decision branch, List<Value> ways) {
        BitSet others = new BitSet();
        others.set(0, ways.size());
        Set<Set<Value>> met = new HashSet<>();
        for (BitSet outcome : branch.outcomes().values()) {
            met.add(values(outcome, ways));
            others.andNot(outcome);
        }
        if (branch.outcomes().size() > 1) {
            return met.size() > 1;
        }
        // It is passed by on the other ways, or comes to nothing on them.
        Set<Value> other = values(others, ways);
        return !other.isEmpty() && met.stream().noneMatch(other::containsAll);
    }

    private static Set<Value> values(BitSet chosen, List<Value> ways) {
        Set<Value> values = new HashSet<>();
        for (int way = chosen.nextSetBit(0); way >= 0 && way < ways.size(); way = chosen.nextSetBit(way + 1)) {
            values.add(ways.get(way));
        }
        return values;
    }
}
