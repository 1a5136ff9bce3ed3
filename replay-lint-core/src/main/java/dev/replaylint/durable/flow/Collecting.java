package dev.replaylint.durable.flow;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Pairing;
import dev.replaylint.durable.flow.Origins.Elements;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keys and values of maps that streams are collected into: each is made by functions of its own. */
public final class Collecting {

    public static final String COLLECTOR = "Ljava/util/stream/Collector;";

    private static final List<FieldKey> WHOLE = List.of();

    private final Effects effects;
    private final Uses uses;
    private final Pairs pairs;
    private final boolean selections;

    public Collecting(Effects effects, Uses uses, Pairs pairs, boolean selections) {
        this.effects = effects;
        this.uses = uses;
        this.pairs = pairs;
        this.selections = selections;
    }

    /** The collector of a call, if it makes pairs of the elements. */
    public Optional<Site.Call> collector(Site.Call call) {
        List<String> parameters = Descriptors.parameters(call.target().descriptor());
        boolean collects = call.receiver().isPresent() && parameters.equals(List.of(COLLECTOR));
        return collects ? pairing(call.arguments().get(0)) : Optional.empty();
    }

    /** A collector; of one that only finishes what another collects, that one. */
    private Optional<Site.Call> pairing(Value collector) {
        if (!(collector.settled() instanceof Value.Result made)) {
            return Optional.empty();
        }
        List<String> parameters = Descriptors.parameters(made.call().target().descriptor());
        boolean finishes = !parameters.isEmpty() && parameters.get(0).equals(COLLECTOR);
        return finishes
                ? pairing(made.call().arguments().get(0))
                : Optional.of(made.call()).filter(c -> entry(c).isPresent());
    }

    private Optional<CatalogEntry<Pairing>> entry(Site.Call collector) {
        return effects.pairing(collector.target()).filter(e -> e.fact() == Pairing.PAIRS);
    }

    /** Leaves of the keys or the values. */
    public Set<Leaf> of(Site.Call call, Site.Call collector, Visit visit, List<FieldKey> path, Origins origins) {
        Collected collected = new Collected(collector, visit, p -> elements(call, visit, p, origins), origins);
        List<FieldKey> rest = Assignments.rest(path);
        List<Operand> from = entry(collector).orElseThrow().from();
        if (Pairs.asksKeys(path)) {
            return collected.made(from.get(0), rest);
        }
        // Which elements are found together is decided by their key.
        Set<Leaf> found =
                new LinkedHashSet<>(selections && from.size() < 2 ? collected.made(from.get(0), WHOLE) : Set.of());
        from.stream().skip(1).forEach(f -> found.addAll(collected.made(f, rest)));
        if (from.size() < 2) {
            found.addAll(collected.elements().of(rest));
        }
        for (int i = 0; i < collector.arguments().size(); i++) {
            if (!from.contains(Operand.argument(i))) {
                found.addAll(collected.other(collector.arguments().get(i), rest));
            }
        }
        return found;
    }

    private static Set<Leaf> elements(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        return call.receiver().map(r -> origins.leaves(r, visit, path)).orElse(Set.of());
    }

    /** A collector with the elements that it collects. */
    private final class Collected {
        private final Site.Call collector;
        private final Visit visit;
        private final Elements elements;
        private final Origins origins;

        Collected(Site.Call collector, Visit visit, Elements elements, Origins origins) {
            this.collector = collector;
            this.visit = visit;
            this.elements = elements;
            this.origins = origins;
        }

        Elements elements() {
            return elements;
        }

        /** What a function makes of the elements. */
        Set<Leaf> made(Operand operand, List<FieldKey> path) {
            Value by = collector.arguments().get(operand.index()).settled();
            if (!(by instanceof Value.Function function)) {
                Set<Leaf> found = new LinkedHashSet<>(elements.of(path));
                found.addAll(other(by, path));
                return found;
            }
            Set<Leaf> found = origins.returnedByFunction(function, collector, visit, path, elements);
            for (ApiUse use : uses.references(collector, visit)) {
                if (use.site() == function.creation()) {
                    found.add(new Leaf.Source(use.site(), use.visit()));
                    found.addAll(elements.of(pairs.ofElement(use, path)));
                }
            }
            return found;
        }

        /** What anything else that the collector is given has: a collector of its own, a function from elsewhere. */
        Set<Leaf> other(Value given, List<FieldKey> path) {
            Set<Leaf> found = new LinkedHashSet<>(origins.leaves(given, visit, path));
            if (given.settled() instanceof Value.Function function) {
                found.addAll(origins.returnedByFunction(function, collector, visit));
            } else if (!(given.settled() instanceof Value.Result)) {
                found.addAll(origins.returnedByFunctions(collector, visit, path));
            }
            return found;
        }
    }
}
