package dev.replaylint.program;

import dev.replaylint.program.Context.Loop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Natural loops: the blocks from which an edge leads back to a block that dominates it. */
final class Loops {

    /** Blocks of all loops together: 100 loops in each other have fewer, 1,000 have more; no body in 8 million foreign lines does. */
    private static final int MOST = 500_000;

    private record Found(Loop loop, Set<Integer> blocks) {}

    private final List<Found> loops;

    private Loops(List<Found> loops) {
        this.loops = loops;
    }

    /**
     * Finds the loops.
     *
     * @param body where it is
     * @throws TooComplex if there are too many in each other
     */
    static Loops of(List<Block> blocks, Graph graph, Dominance dominators, Location body) {
        List<Found> found = new ArrayList<>();
        Map<Integer, Set<Integer>> byHeader = byHeader(graph, dominators);
        if (byHeader.values().stream().mapToInt(Set::size).sum() > MOST) {
            throw new TooComplex(body);
        }
        byHeader.forEach((header, members) -> found.add(new Found(loop(header, members, blocks), members)));
        found.sort((a, b) -> Integer.compare(b.blocks().size(), a.blocks().size()));
        return new Loops(found);
    }

    /** The nodes of each loop, by its header. */
    static Map<Integer, Set<Integer>> byHeader(Graph graph, Dominance dominators) {
        Map<Integer, Set<Integer>> byHeader = new LinkedHashMap<>();
        for (int from = 0; from < graph.size(); from++) {
            for (int to : graph.successors(from)) {
                if (dominators.reaches(from) && dominators.dominates(to, from)) {
                    byHeader.computeIfAbsent(to, h -> new TreeSet<>()).addAll(members(to, from, graph));
                }
            }
        }
        return byHeader;
    }

    private static Set<Integer> members(int header, int end, Graph graph) {
        Set<Integer> members = new TreeSet<>(Set.of(header));
        Deque<Integer> open = new ArrayDeque<>(List.of(end));
        while (!open.isEmpty()) {
            int block = open.poll();
            if (members.add(block)) {
                open.addAll(graph.predecessors(block));
            }
        }
        return members;
    }

    private static Loop loop(int header, Set<Integer> members, List<Block> blocks) {
        Set<Value> exits = new LinkedHashSet<>();
        Optional<Location> decided = Optional.empty();
        int ways = 0;
        for (int number : members) {
            Block block = blocks.get(number);
            ways += (int)
                    block.sites.stream().filter(Site.Return.class::isInstance).count();
            if (block.successors.stream().anyMatch(next -> !members.contains(next.number))) {
                ways++;
                block.condition.ifPresent(exits::add);
                decided = decided.or(() -> block.decidedAt);
            }
        }
        Location location = decided.orElseGet(() -> firstSite(members, blocks));
        return new Loop(
                header,
                location,
                List.copyOf(exits),
                exits.stream().flatMap(e -> iterated(e).stream()).findFirst(),
                ways);
    }

    private static Location firstSite(Set<Integer> members, List<Block> blocks) {
        return members.stream()
                .flatMap(m -> blocks.get(m).sites.stream())
                .map(Site::location)
                .findFirst()
                .orElse(new Location("", 0, 0));
    }

    /** {@code x} of {@code x.iterator().hasNext()} or of {@code i < x.length}. */
    private static Optional<Value> iterated(Value exit) {
        Optional<Value> collection = receiverOf(exit, "hasNext").flatMap(iterator -> receiverOf(iterator, "iterator"));
        return collection.or(() -> measured(exit));
    }

    private static Optional<Value> measured(Value exit) {
        return exit.settled() instanceof Value.Derived comparison
                        && comparison.operands().stream().noneMatch(Value.Constant.class::isInstance)
                ? comparison.operands().stream()
                        .map(Value::settled)
                        .filter(o ->
                                o instanceof Value.Derived d && d.operator().equals("length"))
                        .map(o -> ((Value.Derived) o).operands().get(0).settled())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Value> receiverOf(Value value, String method) {
        return value.settled() instanceof Value.Result result
                        && result.call().target().name().equals(method)
                ? result.call().receiver()
                : Optional.empty();
    }

    /** Loops around a block, outermost first. */
    List<Loop> around(Block block) {
        List<Loop> around = new ArrayList<>();
        for (Found found : loops) {
            if (found.blocks().contains(block.number)) {
                around.add(found.loop());
            }
        }
        return List.copyOf(around);
    }
}
