package dev.replaylint.program;

import dev.replaylint.program.Context.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Branches that choose between the ways into a block. Such a branch decides what a variable is there only if it is not the same on
 * the ways that its outcomes lead to: the last {@code if} of a loop does not decide how far the loop has counted.
 */
final class Deciders {

    /** What a branch goes by, and for each of its outcomes the predecessors that it leads to. */
    private record Branch(Value value, Map<Integer, BitSet> outcomes) {}

    private final Map<Integer, Branch> branches = new LinkedHashMap<>();

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
        // Whether the block runs at all is another question.
        Set<Value> own = new HashSet<>();
        dependence.conditions(block).forEach(c -> own.add(c.value()));
        branches.values().removeIf(b -> own.contains(b.value()));
    }

    private void add(Condition condition, int way) {
        branches.computeIfAbsent(condition.branch(), b -> new Branch(condition.value(), new LinkedHashMap<>()))
                .outcomes()
                .computeIfAbsent(condition.outcome(), o -> new BitSet())
                .set(way);
    }

    /** The values that decide which of its operands a join of this block is. */
    List<Value> of(Value.Join join) {
        List<Value> ways = join.ways();
        Set<Value> found = new LinkedHashSet<>();
        for (Branch branch : branches.values()) {
            if (decides(branch, ways)) {
                found.add(branch.value());
            }
        }
        return List.copyOf(found);
    }

    /** Which constants each outcome of a branch leaves, if the join is one of some. */
    List<Value.Join.Choice> choices(Value.Join join) {
        List<Value> ways = join.ways();
        List<Value.Join.Choice> found = new ArrayList<>();
        if (ways.stream().allMatch(Value.Constant.class::isInstance)) {
            for (Branch branch : branches.values()) {
                branch.outcomes().forEach((outcome, to) -> {
                    BitSet left = new BitSet();
                    left.set(0, ways.size());
                    branch.outcomes().values().forEach(left::andNot);
                    left.or(to);
                    found.add(new Value.Join.Choice(branch.value(), outcome, values(left, ways)));
                });
            }
        }
        return found;
    }

    private static boolean decides(Branch branch, List<Value> ways) {
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
