package dev.replaylint.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tells the structure of a body: one scope for the body and one for each loop, each with what is outside it cut off. */
final class Outliner {

    private final Map<Integer, List<Outline>> points;
    private final Graph graph;
    private final Map<Integer, Set<Integer>> loops;

    private Outliner(List<Block> blocks, Map<Integer, List<Outline>> points) {
        this.points = points;
        graph = OutlineGraph.of(blocks, points.keySet());
        loops = Loops.byHeader(graph, graph.dominators(0));
    }

    static List<Outline> of(List<Block> blocks, Predicate<Site> interesting) {
        Map<Integer, List<Outline>> points = points(blocks, interesting);
        if (points.isEmpty()) {
            return List.of();
        }
        Outliner outliner = new Outliner(blocks, points);
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            all.add(i);
        }
        return outliner.scope(0, all, false);
    }

    private static Map<Integer, List<Outline>> points(List<Block> blocks, Predicate<Site> interesting) {
        Map<Integer, List<Outline>> points = new HashMap<>();
        for (Block block : blocks) {
            for (Site site : block.sites) {
                if (interesting.test(site)) {
                    points.computeIfAbsent(block.number, b -> new ArrayList<>()).add(new Outline.Point(site));
                }
            }
        }
        return points;
    }

    /** The structure of these blocks; ways out of them end, in a loop they are no ways at all. */
    private List<Outline> scope(int entry, Set<Integer> members, boolean loop) {
        Map<Integer, Integer> nodes = new LinkedHashMap<>();
        members.forEach(m -> nodes.put(m, m));
        Map<Integer, List<Outline>> contents = new LinkedHashMap<>();
        members.stream().filter(points::containsKey).forEach(m -> contents.put(m, points.getOrDefault(m, List.of())));
        for (int header : outermost(entry, members)) {
            Set<Integer> inner = members(header);
            inner.forEach(m -> nodes.put(m, header));
            inner.forEach(contents::remove);
            List<Outline> body = scope(header, inner, true);
            if (!body.isEmpty()) {
                contents.put(header, List.of(new Outline.Repeat(header, body)));
            }
        }
        return OutlineScope.of(entry, contents, n -> successors(n, entry, nodes, loop));
    }

    /** Headers of the loops inside the scope that are in no other loop of it. */
    private List<Integer> outermost(int entry, Set<Integer> members) {
        List<Integer> inside = loops.keySet().stream()
                .filter(h -> h != entry && members.contains(h))
                .toList();
        return inside.stream()
                .filter(h -> inside.stream()
                        .noneMatch(o -> !o.equals(h) && members(o).contains(h)))
                .toList();
    }

    private Set<Integer> successors(int node, int entry, Map<Integer, Integer> nodes, boolean loop) {
        Set<Integer> found = new TreeSet<>();
        for (int member : node == entry ? Set.of(node) : members(node)) {
            for (int next : graph.successors(member)) {
                int to = nodes.getOrDefault(next, OutlineScope.END);
                boolean round = next == entry;
                boolean away = loop && to == OutlineScope.END;
                if (round || (to != node && !away)) {
                    found.add(round ? OutlineScope.END : to);
                }
            }
        }
        return found.isEmpty() ? Set.of(OutlineScope.END) : found;
    }

    /** The nodes of the loop with this header; of any other node, itself. */
    private Set<Integer> members(int node) {
        return loops.getOrDefault(node, Set.of(node));
    }
}
