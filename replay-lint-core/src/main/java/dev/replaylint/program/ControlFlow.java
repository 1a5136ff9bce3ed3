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

/** The ways control can take through a body, from site to site. Exceptions are followed only where a question says so. */
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
     */
    public record Walk(Predicate<Site> until, Predicate<Context.Condition> feasible) {

        /** A walk on all ways. */
        public static final Walk ANYWHERE = new Walk(s -> false, c -> true);

        /** A walk that ends at these sites. */
        public static Walk until(Predicate<Site> until) {
            return new Walk(until, ANYWHERE.feasible);
        }
    }

    /** Sites that can run after this one in the same run of the body, if nothing throws; itself only in a loop. */
    public Set<Site> after(Site from, Walk walk) {
        return place(from).map(b -> walk(b, b.sites.indexOf(from) + 1, walk)).orElse(Set.of());
    }

    /** Sites that can run in a handler and after it, if nothing throws again. */
    public Set<Site> from(TryRange.Handler handler, Walk walk) {
        return walk(handler.block(), 0, walk);
    }

    /** Sites that can run from the start of the body on, if nothing throws. */
    public Set<Site> fromStart(Walk walk) {
        return walk(blocks.get(0), 0, walk);
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
            if (passes(start, walk, found)) {
                for (Block next : next(start.block(), walk)) {
                    if (entered.add(next)) {
                        open.add(new Start(next, 0));
                    }
                }
            }
        }
        return found;
    }

    /** Adds the sites from the start on; whether the walk comes to the block's end. */
    private static boolean passes(Start start, Walk walk, Set<Site> found) {
        List<Site> sites = start.block().sites;
        for (int i = start.site(); i < sites.size(); i++) {
            found.add(sites.get(i));
            if (walk.until().test(sites.get(i))) {
                return false;
            }
        }
        return true;
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
