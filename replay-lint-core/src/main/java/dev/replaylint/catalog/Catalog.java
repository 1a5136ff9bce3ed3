package dev.replaylint.catalog;

import dev.replaylint.program.MethodKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of API calls: the bundled data and, above it, the user's own lines. Immutable and free of shared
 * state. A call has independent facets; each is asked for on its own. {@link #lookup} remembers its answers and is
 * what an analysis should use.
 *
 * <p>Ask for a call whose code is at hand (a project body) only after that code: an entry is inherited by subtypes,
 * and the subtype's own body knows better.
 */
public final class Catalog {

    private final List<CatalogEntry<?>> entries;
    private final FacetIndex<Effect> effects;
    private final FacetIndex<Order> orders;
    private final FacetIndex<Flow> flows;
    private final FacetIndex<Functions> functions;
    private final FacetIndex<TypeFact> types;

    private Catalog(List<CatalogEntry<?>> entries) {
        this.entries = List.copyOf(entries);
        effects = index(entries, Effect.class);
        orders = index(entries, Order.class);
        flows = index(entries, Flow.class);
        functions = index(entries, Functions.class);
        types = index(entries, TypeFact.class);
    }

    /** The data that comes with the analyzer. Reads it anew at each call: keep the result. */
    public static Catalog bundled() {
        return new Catalog(BundledFiles.read());
    }

    /** A catalogue that says nothing. */
    static Catalog empty() {
        return new Catalog(List.of());
    }

    /**
     * This catalogue with lines of the user's own, which are asked first, whatever the bundled data says.
     *
     * @param lines in the format of the data files
     * @param origin what the lines are called in messages, such as {@code replay-lint.yml effects}; line numbers count
     * from 1
     * @throws CatalogException if a line is wrong
     */
    public Catalog with(List<String> lines, String origin) {
        int layer = 1 + entries.stream().mapToInt(e -> e.source().layer()).max().orElse(0);
        EntryParser parser = new EntryParser(layer);
        parser.read(lines, origin);
        List<CatalogEntry<?>> all = new ArrayList<>(entries);
        all.addAll(parser.entries());
        return new Catalog(all);
    }

    /** Answers that are remembered, for the types of one program. */
    public Lookup lookup(Hierarchy hierarchy) {
        return new Lookup(this, hierarchy);
    }

    /** What the call does; empty if nothing is known. Never {@link Effect#NONE}. */
    public Optional<CatalogEntry<Effect>> effect(MethodKey call, Hierarchy hierarchy) {
        return effects.find(call, hierarchy).filter(entry -> entry.fact() != Effect.NONE);
    }

    /** What the call does to the order of elements; empty if it has nothing to do with order. */
    public Optional<CatalogEntry<Order>> order(MethodKey call, Hierarchy hierarchy) {
        return orders.find(call, hierarchy);
    }

    /** Where contents go; empty if, as usual, the result carries what receiver and arguments hold. */
    public Optional<CatalogEntry<Flow>> flow(MethodKey call, Hierarchy hierarchy) {
        return flows.find(call, hierarchy);
    }

    /** When the call runs the functions given to it; empty, for a platform method, means in place. */
    public Optional<CatalogEntry<Functions>> functions(MethodKey call, Hierarchy hierarchy) {
        return functions.find(call, hierarchy);
    }

    /**
     * What instances of the type are as state; empty if nothing is known. The nearest supertype with an entry decides.
     */
    public Optional<CatalogEntry<TypeFact>> type(String binaryName, Hierarchy hierarchy) {
        return types.findType(binaryName, hierarchy);
    }

    /** Whether instances of the type can be changed through their methods, as far as the catalogue knows. */
    public boolean isMutableType(String binaryName, Hierarchy hierarchy) {
        return type(binaryName, hierarchy)
                .filter(entry -> entry.fact() != TypeFact.IMMUTABLE)
                .isPresent();
    }

    /** All entries, bundled ones first, in the order of files and lines. */
    List<CatalogEntry<?>> entries() {
        return entries;
    }

    private static <F extends Fact> FacetIndex<F> index(List<CatalogEntry<?>> entries, Class<F> facet) {
        List<CatalogEntry<F>> chosen = new ArrayList<>();
        for (CatalogEntry<?> entry : entries) {
            if (facet.isInstance(entry.fact())) {
                chosen.add(new CatalogEntry<>(
                        facet.cast(entry.fact()), entry.pattern(), entry.qualifiers(), entry.source()));
            }
        }
        return new FacetIndex<>(chosen);
    }
}
