package dev.replaylint.program;

import dev.replaylint.program.Context.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which branches decide whether a block runs (Ferrante, Ottenstein and Warren, TOPLAS 1987). */
final class ControlDependence {

    /** Together over all blocks: 500 else-ifs in a row have fewer, 1,000 have more; no body in 8 million lines of foreign code does. */
    private static final int MOST = 1_000_000;

    /** A node of the graph, and which of the ways from it. */
    private record Decision(int node, int outcome) {}

    private final List<Block> blocks;
    private final List<Set<Decision>> direct = new ArrayList<>();
    private final List<List<Condition>> conditions = new ArrayList<>();

    /**
     * Computes the dependence; adds edges from endless loops to the exit so that every block has a post-dominator.
     *
     * @param normal blocks, the exit and the ways into ranges, without exceptions
     * @param body where it is
     * @throws TooComplex if that would be too much
     */
    ControlDependence(List<Block> blocks, Graph normal, Ways ways, Dominance dominators, Location body) {
        this.blocks = blocks;
        for (int i = 0; i < normal.size(); i++) {
            direct.add(new LinkedHashSet<>());
        }
        Dominance post = postDominators(normal, dominators);
        for (Block block : blocks) {
            for (int outcome = 0; outcome < block.successors.size() && dominators.reaches(block.number); outcome++) {
                mark(new Decision(block.number, outcome), ways.node(block, block.successors.get(outcome)), post);
            }
        }
        for (int way = blocks.size() + 1; way < normal.size(); way++) {
            for (int into : normal.successors(way)) {
                mark(new Decision(way, 0), into, post);
            }
        }
        int all = 0;
        for (Block block : blocks) {
            conditions.add(collect(block));
            all += conditions(block).size();
            if (all > MOST) {
                throw new TooComplex(body);
            }
        }
    }

    private Dominance postDominators(Graph normal, Dominance dominators) {
        int exit = blocks.size();
        Dominance post = normal.postDominators(exit);
        for (int i = exit - 1; i >= 0; i--) {
            if (dominators.reaches(i) && !post.reaches(i)) {
                normal.connect(i, exit);
                post = normal.postDominators(exit);
            }
        }
        return post;
    }

    private void mark(Decision decision, int from, Dominance post) {
        int stop = post.immediate(decision.node());
        int at = from;
        while (at != stop && at != blocks.size()) {
            direct.get(at).add(decision);
            at = post.immediate(at);
        }
    }

    private List<Condition> collect(Block block) {
        Set<Decision> found = new LinkedHashSet<>();
        List<Integer> open = new ArrayList<>(List.of(block.number));
        BitSet seen = new BitSet();
        seen.set(block.number);
        for (int i = 0; i < open.size(); i++) {
            for (Decision decision : direct.get(open.get(i))) {
                found.add(decision);
                if (!seen.get(decision.node())) {
                    seen.set(decision.node());
                    open.add(decision.node());
                }
            }
        }
        return found.stream().flatMap(d -> condition(d).stream()).toList();
    }

    /** The ways into ranges are no decisions of the code. */
    private Optional<Condition> condition(Decision decision) {
        if (decision.node() > blocks.size()
                || blocks.get(decision.node()).successors.size() < 2) {
            return Optional.empty();
        }
        Block branch = blocks.get(decision.node());
        return branch.condition.map(c -> new Condition(branch.number, c, decision.outcome()));
    }

    /** The branches the block depends on, directly or through one another. */
    List<Condition> conditions(Block block) {
        return conditions.get(block.number);
    }
}
