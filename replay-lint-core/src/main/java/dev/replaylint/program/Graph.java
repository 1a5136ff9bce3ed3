package dev.replaylint.program;

import java.util.ArrayList;
import java.util.List;

/** Edges between numbered nodes, kept in both directions. */
final class Graph {

    private final List<List<Integer>> successors = new ArrayList<>();
    private final List<List<Integer>> predecessors = new ArrayList<>();

    Graph(int nodes) {
        for (int i = 0; i < nodes; i++) {
            successors.add(new ArrayList<>());
            predecessors.add(new ArrayList<>());
        }
    }

    void connect(int from, int to) {
        if (!successors.get(from).contains(to)) {
            successors.get(from).add(to);
            predecessors.get(to).add(from);
        }
    }

    List<Integer> successors(int node) {
        return successors.get(node);
    }

    List<Integer> predecessors(int node) {
        return predecessors.get(node);
    }

    int size() {
        return successors.size();
    }

    Dominance dominators(int root) {
        return Dominance.of(successors, predecessors, root);
    }

    Dominance postDominators(int exit) {
        return Dominance.of(/* successors= */ predecessors, /* predecessors= */ successors, exit);
    }
}
