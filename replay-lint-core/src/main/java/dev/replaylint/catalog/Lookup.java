package dev.replaylint.catalog;

import dev.replaylint.program.MethodKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A {@link Catalog} asked about the calls of one program; remembers each answer. Used by one thread at a time. */
public final class Lookup {

    private final Catalog catalog;
    private final Hierarchy hierarchy;
    private final Map<MethodKey, Optional<CatalogEntry<Effect>>> effects = new HashMap<>();
    private final Map<MethodKey, Optional<CatalogEntry<Order>>> orders = new HashMap<>();
    private final Map<MethodKey, Optional<CatalogEntry<Flow>>> flows = new HashMap<>();
    private final Map<MethodKey, Optional<CatalogEntry<Functions>>> functions = new HashMap<>();
    private final Map<String, Optional<CatalogEntry<TypeFact>>> types = new HashMap<>();

    Lookup(Catalog catalog, Hierarchy hierarchy) {
        this.catalog = catalog;
        this.hierarchy = hierarchy;
    }

    /** See {@link Catalog#effect}. */
    public Optional<CatalogEntry<Effect>> effect(MethodKey call) {
        return remember(effects, call, key -> catalog.effect(key, hierarchy));
    }

    /** See {@link Catalog#order}. */
    public Optional<CatalogEntry<Order>> order(MethodKey call) {
        return remember(orders, call, key -> catalog.order(key, hierarchy));
    }

    /** See {@link Catalog#flow}. */
    public Optional<CatalogEntry<Flow>> flow(MethodKey call) {
        return remember(flows, call, key -> catalog.flow(key, hierarchy));
    }

    /** See {@link Catalog#functions}. */
    public Optional<CatalogEntry<Functions>> functions(MethodKey call) {
        return remember(functions, call, key -> catalog.functions(key, hierarchy));
    }

    /** See {@link Catalog#type}. */
    public Optional<CatalogEntry<TypeFact>> type(String binaryName) {
        return remember(types, binaryName, name -> catalog.type(name, hierarchy));
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
