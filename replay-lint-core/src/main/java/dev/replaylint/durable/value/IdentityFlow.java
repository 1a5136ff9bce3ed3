package dev.replaylint.durable.value;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Operand;
import dev.replaylint.catalog.Sharing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.ApiFlow;
import dev.replaylint.durable.flow.Effects;
import dev.replaylint.durable.flow.Leaf;
import dev.replaylint.durable.flow.Origins;
import dev.replaylint.durable.flow.Pairs;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows one object: its state is not that of the objects it is made from, but that of the parts it hands out. */
public final class IdentityFlow implements ApiFlow {

    private final Effects effects;
    private final boolean parts;

    private IdentityFlow(Effects effects, boolean parts) {
        this.effects = effects;
        this.parts = parts;
    }

    /** With what APIs give of an object: changing that changes the object. */
    public static IdentityFlow withParts(Effects effects) {
        return new IdentityFlow(effects, true);
    }

    /** Of the object alone: an iterator is not the list that it goes through. */
    public static IdentityFlow alone(Effects effects) {
        return new IdentityFlow(effects, false);
    }

    @Override
    public Set<Leaf> result(Site.Call call, Visit visit, List<FieldKey> path, Origins origins) {
        Optional<CatalogEntry<Sharing>> part = effects.sharing(call.target());
        Set<Leaf> found = new LinkedHashSet<>();
        if (parts && part.isPresent() && !call.isAllocation()) {
            for (Operand operand : part.get().from()) {
                Operands.of(operand, call.receiver(), call.arguments())
                        .forEach(v -> found.addAll(origins.leaves(v, visit)));
            }
        }
        return found;
    }

    /** An element is a part of its array; the index that chose it is not. */
    @Override
    public List<Value> passedThrough(Value.Derived value) {
        boolean element =
                value.operator().equals("[]") || value.operator().equals("element") || Pairs.isGivenParts(value);
        return parts && element ? List.of(value.operands().get(0)) : List.of();
    }

    @Override
    public boolean countsContents() {
        return false;
    }
}
