package dev.replaylint.catalog;

import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import java.util.Optional;

/** A {@link Catalog} asked about the calls of one program; remembers each answer. Used by one thread at a time. */
public final class Lookup {

    private final Catalog catalog;
    private final Hierarchy hierarchy;
    private final Memo<Class<? extends Fact>, Answers<?>> facets = new Memo<>(this::answers);
    private final Memo<String, Optional<CatalogEntry<TypeFact>>> types = new Memo<>(this::findType);

    Lookup(Catalog catalog, Hierarchy hierarchy) {
        this.catalog = catalog;
        this.hierarchy = hierarchy;
    }

    /** See {@link Catalog#find}. */
    @SuppressWarnings("unchecked")
    public <F extends Fact> Optional<CatalogEntry<F>> find(Class<F> facet, MethodKey call) {
        // What is remembered under a facet's class was found by asking for that facet.
        return ((Answers<F>) facets.get(facet)).get(call);
    }

    private Answers<?> answers(Class<? extends Fact> facet) {
        return catalog.answers(facet, hierarchy);
    }

    /** See {@link Catalog#type}. */
    public Optional<CatalogEntry<TypeFact>> type(String binaryName) {
        return types.get(binaryName);
    }

    private Optional<CatalogEntry<TypeFact>> findType(String binaryName) {
        return catalog.type(binaryName, hierarchy);
    }

    /** See {@link Catalog#payload}. */
    public Optional<CatalogEntry<Payload>> payload(String binaryName) {
        return catalog.payload(binaryName, hierarchy);
    }

    /** See {@link Catalog#isMutableType}. */
    public boolean isMutableType(String binaryName) {
        return type(binaryName)
                .filter(entry -> entry.fact() != TypeFact.IMMUTABLE)
                .isPresent();
    }
}
