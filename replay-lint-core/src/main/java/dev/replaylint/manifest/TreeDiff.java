package dev.replaylint.manifest;

import dev.replaylint.manifest.Script.Added;
import dev.replaylint.manifest.Script.Gone;
import dev.replaylint.manifest.Script.Kept;
import dev.replaylint.manifest.Script.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the cheapest script from recorded to declared operations, context by context. */
final class TreeDiff {

    /** Beyond this many pairs nobody wants to read an explanation. */
    private static final long MOST_PAIRS = 1_000_000;

    private final Costs costs;
    private final Map<Node, Map<Node, Optional<Kept>>> pairs = new IdentityHashMap<>();

    private TreeDiff(Costs costs) {
        this.costs = costs;
    }

    /** The script for a handler. */
    static Script of(List<Node> recorded, List<Node> declared) {
        return new TreeDiff(new Costs(recorded, declared)).sequences(recorded, declared);
    }

    /** Equal beginnings and ends are taken as they are: what is left is small. */
    Script sequences(List<Node> was, List<Node> is) {
        int start = 0;
        while (start < Math.min(was.size(), is.size()) && equal(was.get(start), is.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(was.size(), is.size()) - start
                && equal(was.get(was.size() - 1 - end), is.get(is.size() - 1 - end))) {
            end++;
        }
        Script middle = middle(was.subList(start, was.size() - end), is.subList(start, is.size() - end));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            steps.add(new Kept(was.get(i), is.get(i), List.of(), 0));
        }
        steps.addAll(middle.steps());
        for (int i = end; i > 0; i--) {
            steps.add(new Kept(was.get(was.size() - i), is.get(is.size() - i), List.of(), 0));
        }
        return new Script(steps, middle.cost());
    }

    private Script middle(List<Node> was, List<Node> is) {
        if ((long) was.size() * is.size() <= MOST_PAIRS) {
            return new Alignment(this, was, is).cheapest();
        }
        List<Step> steps = new ArrayList<>(gone(was).steps());
        steps.addAll(added(is).steps());
        return new Script(steps, Costs.loose(was) + Costs.loose(is));
    }

    private static boolean equal(Node was, Node is) {
        return was.entry().equals(is.entry());
    }

    /** How the one becomes the other in its place; empty if nothing but a removal and an addition explains it. */
    Optional<Kept> pair(Node was, Node is) {
        Map<Node, Optional<Kept>> known = pairs.computeIfAbsent(was, w -> new IdentityHashMap<>());
        Optional<Kept> pair = known.get(is);
        if (pair == null) {
            pair = find(was, is);
            known.put(is, pair);
        }
        return pair;
    }

    private Optional<Kept> find(Node was, Node is) {
        if (was.operation().isPresent() && is.operation().isPresent()) {
            int label =
                    costs.kept(was, was.operation().get(), is, is.operation().get());
            return Optional.of(kept(
                    was, is, List.of(sequences(was.parts().get(0), is.parts().get(0))), label));
        }
        boolean loopAndContext = was.isLoop() && is.isContext() || was.isContext() && is.isLoop();
        if (was.entry().getClass() != is.entry().getClass() && !loopAndContext) {
            return Optional.empty();
        }
        List<Script> parts = was.entry() instanceof Entry.Choice
                ? arms(was.parts(), is.parts())
                : was.parts().isEmpty()
                        ? List.of()
                        : List.of(sequences(was.parts().get(0), is.parts().get(0)));
        return Optional.of(kept(was, is, parts, loopAndContext ? Costs.wrap() : 0));
    }

    private static Kept kept(Node was, Node is, List<Script> parts, int label) {
        return new Kept(
                was, is, parts, label + parts.stream().mapToInt(Script::cost).sum());
    }

    /** Arms have no order among each other, so each goes with the one it is most like. */
    private List<Script> arms(List<List<Node>> was, List<List<Node>> is) {
        List<Script> scripts = new ArrayList<>();
        List<List<Node>> open = new ArrayList<>(is);
        List<List<Node>> rest = new ArrayList<>();
        for (List<Node> arm : was) {
            Optional<List<Node>> twin = open.stream()
                    .filter(o -> Node.entries(o).equals(Node.entries(arm)))
                    .findFirst();
            twin.ifPresentOrElse(open::remove, () -> rest.add(arm));
        }
        for (List<Node> arm : rest) {
            Optional<List<Node>> near = open.stream()
                    .filter(o -> sequences(arm, o).cost() < Costs.loose(arm) + Costs.loose(o))
                    .min(Comparator.comparingInt(o -> sequences(arm, o).cost()));
            near.ifPresent(open::remove);
            scripts.add(near.map(o -> sequences(arm, o)).orElseGet(() -> gone(arm)));
        }
        open.forEach(o -> scripts.add(added(o)));
        return scripts;
    }

    static Script gone(List<Node> nodes) {
        return new Script(nodes.stream().<Step>map(Gone::new).toList(), Costs.loose(nodes));
    }

    static Script added(List<Node> nodes) {
        return new Script(nodes.stream().<Step>map(Added::new).toList(), Costs.loose(nodes));
    }
}
