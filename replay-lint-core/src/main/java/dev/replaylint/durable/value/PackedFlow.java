package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Packing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.ApiFlow;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows places to read from back to where the code asked for what is packed with it. */
final class PackedFlow implements ApiFlow {

    private final Effects effects;

    PackedFlow(Effects effects) {
        this.effects = effects;
    }

    @Override
    public Set<Leaf> result(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        Optional<CatalogEntry<Packing>> entry = effects.packing(call.target());
        if (entry.filter(e -> e.fact() == Packing.PACKED).isPresent()) {
            return Set.of(new Leaf.Source(call, visit));
        }
        Set<Leaf> found = new LinkedHashSet<>();
        for (Operand operand : entry.map(CatalogEntry::from).orElse(List.of())) {
            Operands.of(operand, call.receiver(), call.arguments())
                    .forEach(v -> found.addAll(origins.leaves(v, visit)));
        }
        return found;
    }

    @Override
    public List<Value> passedThrough(Value.Derived value) {
        return List.of();
    }

    @Override
    public boolean countsContents() {
        return false;
    }
}
