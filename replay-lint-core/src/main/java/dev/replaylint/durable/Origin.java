package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Effects that depend on where an object comes from: each is reported once, where the object is made or where it is asked. */
final class Origin {

    private final Effects effects;
    private final Generators generators;
    private final Origins values;
    private final Makers makers;
    private final Origins packed;
    private final List<ApiUse> uses;
    private final Lazy<Set<Site>> asked = new Lazy<>(this::findAsked);

    Origin(Effects effects, Generators generators, Origins values, Fields fields, List<ApiUse> uses) {
        this.effects = effects;
        this.generators = generators;
        this.values = values;
        this.makers = new Makers(fields);
        this.packed = new Origins(new PackedFlow(effects), fields);
        this.uses = uses;
    }

    /** Whether the use has the effect that its entry says. */
    boolean lets(CatalogEntry<Effect> entry, ApiUse use) {
        if (entry.fact() == Effect.IO_READ && readsWhatIsPacked(use)) {
            return false;
        }
        return entry.isByOrigin()
                ? holds(entry, use)
                : use.region() != Region.REPLAYED || !generators.isMadeBy(use.site()) || isAsked(use.site());
    }

    private boolean readsWhatIsPacked(ApiUse use) {
        return Stream.concat(use.receiver().stream(), use.arguments().stream())
                .flatMap(v -> packed.expand(packed.leaves(v, use.visit()), use.visit()).stream())
                .anyMatch(Leaf.Source.class::isInstance);
    }

    /**
     * An operand has the effect: its maker is not reported by itself, or nobody knows where it comes from. A seed makes the draws of one
     * run repeatable, not those of a generator that earlier runs have drawn from.
     */
    private boolean holds(CatalogEntry<Effect> entry, ApiUse use) {
        boolean unknown = operands(entry, use).stream().anyMatch(v -> makers.isUnknown(v, use.visit()));
        boolean drawn = entry.fact() == Effect.RANDOM
                && operands(entry, use).stream().anyMatch(v -> makers.isKept(v, use.visit()));
        return unknown
                || drawn
                || operands(entry, use).stream()
                        .flatMap(v -> values.expand(values.leaves(v, use.visit()), use.visit()).stream())
                        .anyMatch(l -> l instanceof Leaf.Source source && isNotReported(source));
    }

    private boolean isNotReported(Leaf.Source made) {
        return made.visit().region() == Region.INITIALIZATION
                || (made.visit().region() == Region.REPLAYED
                        && generators.isMadeBy(made.site())
                        && !isAsked(made.site()));
    }

    private static List<Value> operands(CatalogEntry<Effect> entry, ApiUse use) {
        return entry.from().stream()
                .flatMap(o -> Operands.of(o, use.receiver(), use.arguments()).stream())
                .toList();
    }

    /** Whether replayed code asks a generator that is made here. */
    private boolean isAsked(Site site) {
        return asked.get().contains(site);
    }

    private Set<Site> findAsked() {
        Set<Site> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ApiUse use : uses) {
            Optional<CatalogEntry<Effect>> entry = effects.effect(use.api()).filter(CatalogEntry::isByOrigin);
            if (use.region() == Region.REPLAYED && entry.isPresent()) {
                operands(entry.get(), use).stream()
                        .flatMap(v -> values.expand(values.leaves(v, use.visit()), use.visit()).stream())
                        .filter(Leaf.Source.class::isInstance)
                        .forEach(l -> found.add(((Leaf.Source) l).site()));
            }
        }
        return found;
    }
}
