package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Effect;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.ApiUse;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Expansion;
import dev.replaylint.durable.flow.Fields;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.sdk.Region;
import dev.replaylint.program.Memo;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Effects that depend on where an object comes from: a clock does no harm, and reading it does if it is one that goes on. */
public final class Origin {

    private final Effects effects;
    private final Generators generators;
    private final Origins values;
    private final Makers makers;
    private final Origins packed;
    private final Memo<Leaf.Source, Optional<Set<Leaf>>> deciding = new Memo<>(this::findDeciding);

    public Origin(Effects effects, Generators generators, Origins values, Fields fields) {
        this.effects = effects;
        this.generators = generators;
        this.values = values;
        this.makers = new Makers(fields);
        this.packed = new Origins(new PackedFlow(effects), fields);
    }

    /** Whether the use has the effect that its entry says. */
    public boolean lets(CatalogEntry<Effect> entry, ApiUse use) {
        if (entry.fact() == Effect.IO_READ && readsWhatIsPacked(use)) {
            return false;
        }
        return entry.isByOrigin()
                ? holds(entry, use)
                : use.region() != Region.REPLAYED || !generators.isMadeBy(use.site());
    }

    private boolean readsWhatIsPacked(ApiUse use) {
        return Stream.concat(use.receiver().stream(), use.arguments().stream())
                .flatMap(v -> new Expansion(packed).of(v, use.visit()).stream())
                .anyMatch(Leaf.Source.class::isInstance);
    }

    /**
     * An operand has the effect: its maker is not reported by itself, or nobody knows where it comes from. A seed makes the draws of one
     * run repeatable, not those of a generator that earlier runs have drawn from.
     */
    private boolean holds(CatalogEntry<Effect> entry, ApiUse use) {
        return isOpen(entry, use)
                || makers(entry, use)
                        .anyMatch(s -> s.visit().region() == Region.INITIALIZATION || generators.isMadeBy(s.site()));
    }

    private boolean isOpen(CatalogEntry<Effect> entry, ApiUse use) {
        boolean unknown = operands(entry, use).stream().anyMatch(v -> makers.isUnknown(v, use.visit()));
        boolean drawn = entry.fact() == Effect.RANDOM
                && operands(entry, use).stream().anyMatch(v -> makers.isKept(v, use.visit()));
        return unknown || drawn;
    }

    private Stream<Leaf.Source> makers(CatalogEntry<Effect> entry, ApiUse use) {
        return operands(entry, use).stream()
                .flatMap(v -> new Expansion(values).of(v, use.visit()).stream())
                .filter(Leaf.Source.class::isInstance)
                .map(Leaf.Source.class::cast)
                .filter(s -> s.visit().region() != Region.CHECKPOINTED);
    }

    private static List<Value> operands(CatalogEntry<Effect> entry, ApiUse use) {
        return entry.from().stream()
                .flatMap(o -> Operands.of(o, use.receiver(), use.arguments()).stream())
                .toList();
    }

    /**
     * What matters of the sources of a value: not who made a clock or a generator, but who asked it; and of those that are handed
     * different ones, only who asked one that is a source of the value itself.
     */
    public Set<Leaf> given(Set<Leaf> leaves) {
        Set<Leaf> given = new LinkedHashSet<>();
        for (Leaf leaf : leaves) {
            boolean counts = !(leaf instanceof Leaf.Source source)
                    || !generators.isMadeBy(source.site())
                            && deciding.get(source)
                                    .filter(makers -> Collections.disjoint(makers, leaves))
                                    .isEmpty();
            if (counts) {
                given.add(leaf);
            }
        }
        return given;
    }

    /** The makers of what is asked, if only they decide whether that has an effect. */
    private Optional<Set<Leaf>> findDeciding(Leaf.Source source) {
        if (!generators.isAskedBy(source.site())) {
            return Optional.empty();
        }
        ApiUse use = ApiUse.of((Site.Call) source.site(), source.visit());
        CatalogEntry<Effect> entry = effects.effect(use.api()).orElseThrow();
        return isOpen(entry, use)
                ? Optional.empty()
                : Optional.of(makers(entry, use).collect(Collectors.toSet()));
    }
}
