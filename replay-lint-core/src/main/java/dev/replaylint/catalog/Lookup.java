package dev.replaylint.catalog;

import dev.replaylint.program.MethodKey;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A {@link Catalog} asked about the calls of one program; remembers each answer. Used by one thread at a time. */
public final class Lookup {

    private final Catalog catalog;
    private final Hierarchy hierarchy;
    private final Map<MethodKey, Map<Class<? extends Fact>, Optional<? extends CatalogEntry<?>>>> calls =
            new HashMap<>();
    private final Map<String, Optional<CatalogEntry<TypeFact>>> types = new HashMap<>();

    Lookup(Catalog catalog, Hierarchy hierarchy) {
        this.catalog = catalog;
        this.hierarchy = hierarchy;
    }

    /** See {@link Catalog#find}. */
    @SuppressWarnings("unchecked")
    public <F extends Fact> Optional<CatalogEntry<F>> find(Class<F> facet, MethodKey call) {
        // What is remembered under a facet's class was found by asking for that facet.
        return (Optional<CatalogEntry<F>>) Lookup.<Class<? extends Fact>, Optional<? extends CatalogEntry<?>>>remember(
                calls.computeIfAbsent(call, c -> new IdentityHashMap<>()),
                facet,
                key -> catalog.find(facet, call, hierarchy));
    }

    /** See {@link Catalog#type}. */
    public Optional<CatalogEntry<TypeFact>> type(String binaryName) {
        return remember(types, binaryName, name -> catalog.type(name, hierarchy));
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

    /** Not {@code computeIfAbsent}: asking the hierarchy reads classes, which may lead back here. */
    private static <K, V> V remember(Map<K, V> known, K key, Function<K, V> find) {
        V answer = known.get(key);
        if (answer == null) {
            answer = find.apply(key);
            known.put(key, answer);
        }
        return answer;
    }
}
