package dev.replaylint.catalog;

import dev.replaylint.program.Memo;
import dev.replaylint.program.MethodKey;
import java.util.List;
import java.util.Optional;

/**
 * What one facet says of the calls of one program. Of most types it says nothing, whatever the member: that is remembered by type, so
 * that their members cost nothing.
 *
 * @param <F> the facet
 */
final class Answers<F extends Fact> {

    private final FacetIndex<F> index;
    private final Hierarchy hierarchy;
    private final Memo<String, List<FacetIndex.Level>> levels = new Memo<>(this::findLevels);
    private final Memo<MethodKey, Optional<CatalogEntry<F>>> calls = new Memo<>(this::find);

    Answers(FacetIndex<F> index, Hierarchy hierarchy) {
        this.index = index;
        this.hierarchy = hierarchy;
    }

    /** See {@link Catalog#find}. */
    Optional<CatalogEntry<F>> get(MethodKey call) {
        return levels.get(call.owner()).isEmpty() ? Optional.empty() : calls.get(call);
    }

    private List<FacetIndex.Level> findLevels(String owner) {
        return index.levels(owner, hierarchy);
    }

    private Optional<CatalogEntry<F>> find(MethodKey call) {
        return index.find(call, levels.get(call.owner()), hierarchy).filter(entry -> entry.fact() != Effect.NONE);
    }
}
