package dev.replaylint.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ways control can take through a body, from site to site. */
public final class ControlFlow {

    private final List<Block> blocks;
    private Map<Site, Block> places = Map.of();

    ControlFlow(List<Block> blocks) {
        this.blocks = blocks;
    }

    /**
     * Where a walk may go.
     *
     * @param until sites at which it ends; they are still part of the answer
     * @param feasible which outcomes of branches it takes
     * @param failing sites that may throw, from which it also goes to the handlers around them
     */
    public record Walk(Predicate<Site> until, Predicate<Context.Condition> feasible, Predicate<Site> failing) {

        /** A walk on which nothing throws. */
        public Walk(Predicate<Site> until, Predicate<Context.Condition> feasible) {
            this(until, feasible, s -> false);
        }

        /** A walk on all ways. */
        public static final Walk ANYWHERE = new Walk(s -> false, c -> true);

        /** A walk that ends at these sites. */
        public static Walk until(Predicate<Site> until) {
            return new Walk(until, ANYWHERE.feasible);
        }
    }

    /** Sites that can run after this one in the same run of the body; itself only in a loop. */
    public Set<Site> after(Site from, Walk walk) {
        return place(from).map(b -> walk(b, b.sites.indexOf(from) + 1, walk)).orElse(Set.of());
    }

    /** Sites that can run in a handler and after it. */
    public Set<Site> from(TryRange.Handler handler, Walk walk) {
        return walk(handler.block(), 0, walk);
    }

    /** Sites that can run from the start of the body on, if nothing throws. */
    public Set<Site> fromStart(Walk walk) {
        return walk(blocks.get(0), 0, walk);
    }

    /**
     * What a round of a loop makes of variables on one of its ways.
     *
     * @param values what the variables are at its end
     * @param marked whether it passes a marked site
     */
    public record Round(List<Value> values, boolean marked) {}

    /**
     * What the rounds of a loop make of variables that they hand on, on all ways that they can take; empty if those are too many.
     *
     * @param program says which classes there are
     */
    public Optional<Set<Round>> rounds(
            Context.Loop loop, List<Value.Join> variables, Predicate<Site> marks, Program program) {
        return new RoundWays(blocks, blocks.get(loop.number()), marks, program).find(variables);
    }

    /** What each outcome of a branch is chosen by, if the branch is a {@code switch} with constants; otherwise empty. */
    public List<Set<CaseLabel>> labels(int branch) {
        return blocks.get(branch).labels;
    }

    /** Where the sites of interest stand among loops and branches. */
    public List<Outline> outline(Predicate<Site> interesting) {
        return Outliner.of(blocks, interesting);
    }

    /**
     * What a variable may be at a site that control comes to from another one, also by throwing; nothing if it may be what it was
     * before.
     */
    public Set<Value> since(Site from, Predicate<Context.Condition> feasible, Value.Join variable, Site to) {
        Set<Value> found = new LinkedHashSet<>();
        Optional<Block> start = place(from);
        Optional<Block> end = place(to);
        Walk walk = new Walk(s -> false, feasible);
        boolean all = start.isPresent()
                && end.isPresent()
                && collect(start.get(), walk, variable, end.get(), new HashSet<>(), found);
        return all ? found : Set.of();
    }

    private static boolean collect(
            Block from, Walk walk, Value.Join variable, Block to, Set<Value> seen, Set<Value> found) {
        if (reached(from, walk, Optional.of(variable)).contains(to)) {
            return false;
        }
        boolean all = true;
        if (seen.add(variable)) {
            for (Block way : reached(from, walk, Optional.empty())) {
                for (Value value : variable.allFrom(way)) {
                    if (value instanceof Value.Join inner) {
                        all &= collect(from, walk, inner, way, seen, found);
                    } else {
                        found.add(value);
                    }
                }
            }
        }
        return all;
    }

    /** The blocks that control can come to from one, itself included, before the values of a variable come together. */
    private static Set<Block> reached(Block from, Walk walk, Optional<Value.Join> before) {
        Set<Block> found = new LinkedHashSet<>();
        Deque<Block> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Block block = open.poll();
            boolean past = block != from && before.isPresent() && before.get().isAt(block.number);
            if (!past && found.add(block)) {
                open.addAll(next(block, walk));
                open.addAll(block.exceptional);
            }
        }
        return found;
    }

    private Optional<Block> place(Site site) {
        if (places.isEmpty()) {
            Map<Site, Block> found = new IdentityHashMap<>();
            blocks.forEach(b -> b.sites.forEach(s -> found.put(s, b)));
            places = found;
        }
        return Optional.ofNullable(places.get(site));
    }

    private record Start(Block block, int site) {}

    private static Set<Site> walk(Block first, int site, Walk walk) {
        Set<Site> found = new LinkedHashSet<>();
        Set<Block> entered = new HashSet<>();
        Deque<Start> open = new ArrayDeque<>(List.of(new Start(first, site)));
        while (!open.isEmpty()) {
            Start start = open.poll();
            for (Block next : pass(start, walk, found)) {
                if (entered.add(next)) {
                    open.add(new Start(next, 0));
                }
            }
        }
        return found;
    }

    /** Adds the sites from the start on, and tells where the walk goes on. */
    private static Set<Block> pass(Start start, Walk walk, Set<Site> found) {
        Set<Block> next = new LinkedHashSet<>();
        List<Site> sites = start.block().sites;
        for (int i = start.site(); i < sites.size(); i++) {
            Site site = sites.get(i);
            found.add(site);
            if (walk.until().test(site)) {
                return next;
            }
            if (walk.failing().test(site)) {
                // A block that leads into a range has an edge to its handlers as well.
                start.block().exceptional.stream()
                        .filter(b -> isProtected(site, b))
                        .forEach(next::add);
            }
        }
        next.addAll(next(start.block(), walk));
        return next;
    }

    private static boolean isProtected(Site site, Block handler) {
        return site.context().tries().stream()
                .flatMap(t -> t.handlers().stream())
                .anyMatch(h -> h.startsAt(handler));
    }

    private static List<Block> next(Block block, Walk walk) {
        if (block.condition.isEmpty()) {
            return block.successors;
        }
        List<Block> taken = new ArrayList<>();
        for (int outcome = 0; outcome < block.successors.size(); outcome++) {
            if (walk.feasible().test(new Context.Condition(block.number, block.condition.get(), outcome))) {
                taken.add(block.successors.get(outcome));
            }
        }
        return taken;
    }
}
