package dev.replaylint.manifest;

import dev.replaylint.manifest.Script.Added;
import dev.replaylint.manifest.Script.Gone;
import dev.replaylint.manifest.Script.Step;
import dev.replaylint.manifest.Script.Unwrapped;
import dev.replaylint.manifest.Script.Wrapped;
import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest way from one sequence to another, by dynamic programming from the end. Of equally cheap ways the one that keeps nodes
 * early is taken, so that additions come late, where they break nothing.
 */
final class Alignment {

    /** Wraps are not looked for in sequences that differ more than people change at once. */
    private static final int MOST_WRAPPED = 40;

    /** How many more nodes than it has now a wrapper is thought to have taken. */
    private static final int SLACK = 2;

    private record Way(Step step, int cost, int was, int is) {}

    private final TreeDiff diff;
    private final List<Node> was;
    private final List<Node> is;
    private final int[][] cost;
    private final Way[][] ways;

    Alignment(TreeDiff diff, List<Node> was, List<Node> is) {
        this.diff = diff;
        this.was = was;
        this.is = is;
        this.cost = new int[was.size() + 1][is.size() + 1];
        this.ways = new Way[was.size() + 1][is.size() + 1];
    }

    Script cheapest() {
        for (int i = was.size(); i >= 0; i--) {
            for (int j = is.size(); j >= 0; j--) {
                if (i < was.size() || j < is.size()) {
                    decide(i, j);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            Way way = ways[i][j];
            steps.add(way.step());
            i = way.was();
            j = way.is();
        }
        return new Script(steps, cost[0][0]);
    }

    private void decide(int i, int j) {
        cost[i][j] = Integer.MAX_VALUE;
        boolean both = i < was.size() && j < is.size();
        if (both) {
            diff.pair(was.get(i), is.get(j)).ifPresent(k -> offer(i, j, new Way(k, k.cost(), i + 1, j + 1)));
        }
        if (i < was.size()) {
            offer(i, j, new Way(new Gone(was.get(i)), Costs.loose(was.get(i)), i + 1, j));
        }
        if (j < is.size()) {
            offer(i, j, new Way(new Added(is.get(j)), Costs.loose(is.get(j)), i, j + 1));
        }
        if (both && was.size() + is.size() <= MOST_WRAPPED) {
            wraps(i, j);
            unwraps(i, j);
        }
    }

    private void offer(int i, int j, Way way) {
        int total = way.cost() + cost[way.was()][way.is()];
        if (total < cost[i][j]) {
            cost[i][j] = total;
            ways[i][j] = way;
        }
    }

    private void wraps(int i, int j) {
        Node by = is.get(j);
        for (int part = 0; part < by.parts().size(); part++) {
            List<Node> inside = by.parts().get(part);
            int last = Math.min(was.size(), i + inside.size() + SLACK);
            for (int k = i + 1; k <= last && shares(was.get(i), inside); k++) {
                List<Node> taken = was.subList(i, k);
                Script script = diff.sequences(taken, inside);
                int others = others(by, part) + Costs.wrap();
                offer(i, j, new Way(new Wrapped(taken, by, part, script), others + script.cost(), k, j + 1));
            }
        }
    }

    private void unwraps(int i, int j) {
        Node from = was.get(i);
        for (int part = 0; part < from.parts().size(); part++) {
            List<Node> inside = from.parts().get(part);
            int last = Math.min(is.size(), j + inside.size() + SLACK);
            for (int k = j + 1; k <= last && shares(is.get(j), inside); k++) {
                List<Node> made = is.subList(j, k);
                Script script = diff.sequences(inside, made);
                int others = others(from, part) + Costs.wrap();
                offer(i, j, new Way(new Unwrapped(from, part, made, script), others + script.cost(), i + 1, k));
            }
        }
    }

    /** Whether a node stands in a sequence as it is. */
    private static boolean shares(Node node, List<Node> sequence) {
        return sequence.stream().anyMatch(n -> n.entry().equals(node.entry()));
    }

    private static int others(Node node, int part) {
        int cost = 0;
        for (int other = 0; other < node.parts().size(); other++) {
            cost += other == part ? 0 : Costs.loose(node.parts().get(other));
        }
        return cost;
    }
}
