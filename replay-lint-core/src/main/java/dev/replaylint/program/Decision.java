package dev.replaylint.program;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A branch in front of a join.
 *
 * @param branch number of the branch in its body
 * @param value what it goes by
 * @param outcomes for each of its outcomes, the ways into the join that it leads to
 */
public record Decision(int branch, Value value, Map<Integer, BitSet> outcomes) {

    /** Whether a way is taken only if the branch had this outcome. */
    public boolean only(int outcome, int way) {
        return leads(outcome, way) && !isEither(way);
    }

    /** Whether a way is taken after more than one outcome: then the branch alone does not decide about it. */
    public boolean isEither(int way) {
        return outcomes.values().stream().filter(w -> w.get(way)).count() > 1;
    }

    /** Whether an outcome leads to a way. */
    public boolean leads(int outcome, int way) {
        BitSet ways = outcomes.get(outcome);
        return ways != null && ways.get(way);
    }

    /**
     * What a join may be after an outcome.
     *
     * @param ways what it is on each way
     */
    public Set<Value> after(int outcome, List<Value> ways) {
        Set<Value> left = new LinkedHashSet<>();
        for (int way = 0; way < ways.size(); way++) {
            int at = way;
            if (leads(outcome, way) || outcomes.values().stream().noneMatch(w -> w.get(at))) {
                left.add(ways.get(way));
            }
        }
        return left;
    }
}
