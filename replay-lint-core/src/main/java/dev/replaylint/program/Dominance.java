package dev.replaylint.program;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The dominator tree of a graph given by successor lists (Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"). Run on
 * the reversed graph it gives post-dominators.
 */
final class Dominance {

    private static final int NONE = -1;

    private final int[] immediate;
    private final int[] order;

    private Dominance(int[] immediate, int[] order) {
        this.immediate = immediate;
        this.order = order;
    }

    /** Dominators of the nodes that {@code root} reaches. */
    static Dominance of(
            List<? extends List<Integer>> successors, List<? extends List<Integer>> predecessors, int root) {
        int[] postorder = new int[successors.size()];
        Arrays.fill(postorder, NONE);
        int[] byPostorder = number(successors, root, postorder);
        int[] immediate = new int[successors.size()];
        Arrays.fill(immediate, NONE);
        immediate[root] = root;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = byPostorder.length - 2; i >= 0; i--) {
                int node = byPostorder[i];
                int best = NONE;
                for (int before : predecessors.get(node)) {
                    if (immediate[before] != NONE) {
                        best = best == NONE ? before : meet(best, before, immediate, postorder);
                    }
                }
                changed |= immediate[node] != best;
                immediate[node] = best;
            }
        }
        return new Dominance(immediate, postorder);
    }

    private static int meet(int a, int b, int[] immediate, int[] postorder) {
        int left = a;
        int right = b;
        while (left != right) {
            if (postorder[left] < postorder[right]) {
                left = immediate[left];
            } else {
                right = immediate[right];
            }
        }
        return left;
    }

    /** Numbers the reachable nodes in postorder, without recursion: bodies may have thousands of blocks. */
    private static int[] number(List<? extends List<Integer>> successors, int root, int[] postorder) {
        int[] nodes = new int[successors.size()];
        int count = 0;
        int[] next = new int[successors.size()];
        boolean[] seen = new boolean[successors.size()];
        Deque<Integer> path = new ArrayDeque<>(List.of(root));
        seen[root] = true;
        while (!path.isEmpty()) {
            int node = path.peek();
            if (next[node] < successors.get(node).size()) {
                int to = successors.get(node).get(next[node]++);
                if (!seen[to]) {
                    seen[to] = true;
                    path.push(to);
                }
            } else {
                path.pop();
                postorder[node] = count;
                nodes[count++] = node;
            }
        }
        return Arrays.copyOf(nodes, count);
    }

    boolean reaches(int node) {
        return order[node] != NONE;
    }

    /** Immediate dominator; the root's is the root, an unreachable node's -1. */
    int immediate(int node) {
        return immediate[node];
    }

    /** All nodes that dominate a node that is reached, itself included. */
    BitSet above(int node) {
        BitSet above = new BitSet();
        for (int at = node; !above.get(at); at = immediate[at]) {
            above.set(at);
        }
        return above;
    }

    boolean dominates(int dominator, int node) {
        if (immediate[node] == NONE) {
            return false;
        }
        int at = node;
        while (at != dominator && immediate[at] != at) {
            at = immediate[at];
        }
        return at == dominator;
    }
}
