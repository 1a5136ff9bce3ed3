package dev.replaylint.program;

import dev.replaylint.program.Context.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which branches decide whether a block runs (Ferrante, Ottenstein and Warren, TOPLAS 1987). */
final class ControlDependence {

    /** Together over all blocks: 500 else-ifs in a row have fewer, 1,000 have more; no body in 8 million lines of foreign code does. */
    private static final int MOST = 1_000_000;

    private record Decision(Block branch, int outcome) {}

    private final List<Set<Decision>> direct = new ArrayList<>();
    private final List<List<Condition>> conditions = new ArrayList<>();

    private ControlDependence(int blocks) {
        for (int i = 0; i < blocks; i++) {
            direct.add(new LinkedHashSet<>());
        }
    }

    /**
     * Computes the dependence; adds edges from endless loops to the exit so that every block has a post-dominator.
     *
     * @param body where it is
     * @throws TooComplex if that would be too much
     */
    static ControlDependence of(List<Block> blocks, Graph normal, Dominance dominators, Location body) {
        int exit = blocks.size();
        ControlDependence dependence = new ControlDependence(blocks.size());
        Dominance post = normal.postDominators(exit);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (dominators.reaches(i) && !post.reaches(i)) {
                normal.connect(i, exit);
                post = normal.postDominators(exit);
            }
        }
        for (Block block : blocks) {
            for (int outcome = 0; outcome < block.successors.size() && dominators.reaches(block.number); outcome++) {
                dependence.mark(new Decision(block, outcome), block.successors.get(outcome).number, post);
            }
        }
        int all = 0;
        for (Block block : blocks) {
            List<Condition> conditions = dependence.collect(block);
            dependence.conditions.add(conditions);
            all += conditions.size();
            if (all > MOST) {
                throw new TooComplex(body);
            }
        }
        return dependence;
    }

    private void mark(Decision decision, int from, Dominance post) {
        int stop = post.immediate(decision.branch().number);
        int at = from;
        while (at != stop && at < direct.size()) {
            direct.get(at).add(decision);
            at = post.immediate(at);
        }
    }

    private List<Condition> collect(Block block) {
        Set<Decision> found = new LinkedHashSet<>();
        collect(block, found);
        List<Condition> conditions = new ArrayList<>();
        for (Decision decision : found) {
            Block branch = decision.branch();
            if (branch.condition.isPresent() && branch.successors.size() > 1) {
                conditions.add(new Condition(branch.number, branch.condition.get(), decision.outcome()));
            }
        }
        return List.copyOf(conditions);
    }

    private void collect(Block block, Set<Decision> found) {
        List<Block> open = new ArrayList<>(List.of(block));
        Set<Block> seen = new LinkedHashSet<>(open);
        for (int i = 0; i < open.size(); i++) {
            for (Decision decision : direct.get(open.get(i).number)) {
                found.add(decision);
                if (seen.add(decision.branch())) {
                    open.add(decision.branch());
                }
            }
        }
    }

    /** The branches the block depends on, directly or through one another. */
    List<Condition> conditions(Block block) {
        return conditions.get(block.number);
    }
}
