package dev.replaylint.durable.loop;

import dev.replaylint.durable.body.SameValue;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.Context;
import dev.replaylint.program.ControlFlow.Walk;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collections that rounds of a loop fill element by element, and that are emptied when they are full. */
record Batches(Context.Loop loop, Visit visit) {

    private static final int DEEPEST = 4;
    private static final Set<String> CLEARING = Set.of("clear", "setLength");
    private static final long MANY = 1 << 20;

    /** A collection, as code knows it. */
    private record Held(Visit visit, Value value) {

        boolean is(Optional<Value> other) {
            return other.filter(o -> SameValue.test(o.settled(), value)).isPresent();
        }

        /** The same in code that is given it, or that belongs to the object which has it. */
        List<Held> in(Edge edge) {
            List<Held> found = new ArrayList<>();
            for (int i = 0; i < edge.arguments().size(); i++) {
                if (is(edge.argument(i).filter(b -> b.visit() == visit).map(Edge.Bound::value))) {
                    found.add(new Held(edge.callee(), new Value.Parameter(i)));
                }
            }
            boolean own = value instanceof Value.FieldValue field
                    && field.read().receiver().equals(Optional.of(Value.This.THIS))
                    && edge.receiver().filter(b -> b.value() == Value.This.THIS).isPresent();
            if (own) {
                found.add(new Held(edge.callee(), value));
            }
            return found;
        }
    }

    /** How many rounds fill the collection whose size is asked before a site that only a full one leads to. */
    long rounds(Site.Call size, Site site, Optional<Long> full) {
        Held batch = new Held(visit, size.receiver().orElseThrow().settled());
        List<Context.Loop> around = size.context().loops();
        boolean each = !around.isEmpty() && around.get(around.size() - 1).number() == loop.number();
        long added = each ? added(batch, DEEPEST) : 0;
        boolean grows = added > 0 || each && isWritten(batch);
        if (!grows || added >= MANY || !isEmptied(batch, size, site)) {
            return Intervals.EACH;
        }
        return full.filter(f -> added > 0)
                .map(f -> Math.max(Intervals.EACH, (f + added - 1) / added))
                .orElse(Intervals.UNKNOWN);
    }

    /** Whether it is a text that rounds add to, nobody knows how many characters. */
    private boolean isWritten(Held text) {
        return visit.body().calls().stream()
                .anyMatch(c -> loop.encloses(c) && c.target().name().equals("append") && text.is(c.receiver()));
    }

    /** How many elements a round adds at most. */
    private long added(Held batch, int depth) {
        long added = 0;
        for (Site site : batch.visit().body().sites()) {
            if (batch.visit() != visit || loop.encloses(site)) {
                long here = addedAt(site, batch, depth);
                List<Context.Loop> around = site.context().loops();
                boolean again = batch.visit() == visit
                        ? around.get(around.size() - 1).number() != loop.number()
                        : !around.isEmpty();
                added += again ? here * MANY : here;
            }
        }
        return Math.min(added, MANY);
    }

    private long addedAt(Site site, Held batch, int depth) {
        if (site instanceof Site.Call call && Fillings.adds(call)) {
            boolean one = Fillings.ADDING.contains(call.target().name());
            boolean given = call.arguments().stream().anyMatch(a -> batch.is(Optional.of(a)));
            return batch.is(call.receiver()) ? one ? 1 : MANY : given ? MANY : 0;
        }
        // `words.forEach(batch::add)`
        if (site instanceof Site.FunctionCreation function
                && Fillings.ADDING.contains(function.implementation().name())
                && function.bound().stream().anyMatch(b -> batch.is(Optional.of(b)))) {
            return MANY;
        }
        long added = 0;
        for (Edge edge :
                depth == 0 ? List.<Edge>of() : List.copyOf(batch.visit().outgoing(site))) {
            for (Held held : batch.in(edge)) {
                added += added(held, depth - 1) * (edge.how() == Edge.Kind.CALL ? 1 : MANY);
            }
        }
        return added;
    }

    /** Whether nothing leads from the question to the site and back to the question that does not empty the collection. */
    private boolean isEmptied(Held batch, Site size, Site site) {
        Walk filled = new Walk(s -> empties(s, batch, DEEPEST), c -> true, Site.Call.class::isInstance);
        return empties(site, batch, DEEPEST) || !reaches(size, site, filled) || !reaches(site, size, filled);
    }

    private boolean reaches(Site from, Site to, Walk walk) {
        return visit.body().flow().after(from, walk).contains(to);
    }

    private static boolean empties(Site site, Held batch, int depth) {
        if (site instanceof Site.FieldWrite write) {
            return batch.value() instanceof Value.FieldValue field
                    && field.read().field().equals(write.field())
                    && write.value().settled() instanceof Value.Result made
                    && isNew(made.call());
        }
        if (!(site instanceof Site.Call call)) {
            return false;
        }
        boolean clears = CLEARING.contains(call.target().name()) && batch.is(call.receiver());
        boolean renews = batch.value() instanceof Value.Join
                && isNew(call)
                && batch.value().alternatives().contains(new Value.Result(call));
        return clears || renews || depth > 0 && areEmptied(call, batch, depth - 1);
    }

    private static boolean isNew(Site.Call call) {
        return call.isAllocation() && call.arguments().stream().allMatch(a -> a.settled() instanceof Value.Constant);
    }

    /** Whether all methods that a call may run empty the collection, unless they ask it whether it is empty. */
    private static boolean areEmptied(Site.Call call, Held batch, int depth) {
        List<Edge> edges = List.copyOf(batch.visit().calls(call));
        return !edges.isEmpty()
                && edges.stream()
                        .allMatch(e -> batch.in(e).stream()
                                .anyMatch(held -> e.callee().body().sites().stream()
                                        .anyMatch(s -> isAlways(s, held) && empties(s, held, depth))));
    }

    private static boolean isAlways(Site site, Held batch) {
        return site.context().loops().isEmpty()
                && site.context().handlers().isEmpty()
                && site.context().conditions().stream()
                        .allMatch(c -> c.value().settled() instanceof Value.Result asked
                                && batch.is(asked.call().receiver()));
    }
}
