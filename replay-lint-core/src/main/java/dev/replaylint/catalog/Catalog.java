package dev.replaylint.catalog;

import dev.replaylint.program.MethodKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

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
    private final Map<Class<? extends Fact>, FacetIndex<?>> facets = new HashMap<>();

    private Catalog(List<CatalogEntry<?>> entries) {
        this.entries = List.copyOf(entries);
        for (Class<?> facet : Fact.class.getPermittedSubclasses()) {
            index(facet.asSubclass(Fact.class));
        }
    }

    /** The data that comes with the analyzer, with an index of its own: keep the result. */
    public static Catalog bundled() {
        return new Catalog(BundledFiles.entries());
    }

    /** Has the bundled data read on another thread, by the time that it is asked for. */
    public static void readAhead() {
        ForkJoinPool.commonPool().execute(BundledFiles::entries);
    }

    /**
     * Says what is wrong with a line of the user's own before anything is analysed with it.
     *
     * @throws CatalogException if it is wrong by itself
     */
    public static void checkLine(String line) {
        EntryParser parser = new EntryParser(0);
        parser.read(List.of(line), "effects");
        parser.entries();
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

    /** What one facet says of the call; empty if nothing. */
    public <F extends Fact> Optional<CatalogEntry<F>> find(Class<F> facet, MethodKey call, Hierarchy hierarchy) {
        return answers(facet, hierarchy).get(call);
    }

    /** What a facet says, remembered. */
    <F extends Fact> Answers<F> answers(Class<F> facet, Hierarchy hierarchy) {
        return new Answers<>(indexOf(facet), hierarchy);
    }

    /**
     * What instances of the type are as state; empty if nothing is known. The nearest supertype with an entry decides.
     */
    public Optional<CatalogEntry<TypeFact>> type(String binaryName, Hierarchy hierarchy) {
        return indexOf(TypeFact.class).findType(binaryName, hierarchy);
    }

    /** What becomes of instances of the type as JSON. The nearest supertype with an entry decides. */
    Optional<CatalogEntry<Payload>> payload(String binaryName, Hierarchy hierarchy) {
        return indexOf(Payload.class).findType(binaryName, hierarchy);
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

    private <F extends Fact> void index(Class<F> facet) {
        List<CatalogEntry<F>> chosen = new ArrayList<>();
        for (CatalogEntry<?> entry : entries) {
            if (facet.isInstance(entry.fact())) {
                chosen.add(new CatalogEntry<>(
                        facet.cast(entry.fact()), entry.pattern(), entry.qualifiers(), entry.source()));
            }
        }
        facets.put(facet, new FacetIndex<>(chosen));
    }

    @SuppressWarnings("unchecked")
    private <F extends Fact> FacetIndex<F> indexOf(Class<F> facet) {
        // The constructor puts an index of a facet's entries under its class, for every facet there is.
        return (FacetIndex<F>) Objects.requireNonNull(facets.get(facet));
    }
}
