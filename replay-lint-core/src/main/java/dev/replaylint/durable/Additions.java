package dev.replaylint.durable;

import dev.replaylint.catalog.Operand;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What is put into texts and collections after they were made: in the body that makes them, and in code that is handed them. */
final class Additions {

    private final Effects effects;
    private final Parts parts;
    private final BiPredicate<Site.Call, Visit> isSource;

    /** {@code isSource} tells calls that change an object by chance. */
    Additions(Effects effects, BiPredicate<Site.Call, Visit> isSource) {
        this.effects = effects;
        this.parts = new Parts(effects);
        this.isSource = isSource;
    }

    /** Leaves of what is put into the object that a call makes, or of what a chain of fields, read from that, holds. */
    Set<Leaf> to(Site.Call made, Visit visit, List<FieldKey> path, Origins origins) {
        Handing handing = new Handing(
                origins, (o, v) -> parts.of(o, v.body()), (objects, v) -> stored(objects, v, path, origins));
        return handing.in(visit, new Value.Result(made));
    }

    private Set<Leaf> stored(Set<Value> objects, Visit visit, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value object : objects) {
            Parts.users(object, visit.body())
                    .filter(c -> parts.changes(c, object))
                    .forEach(c -> found.addAll(stored(c, visit, path, origins)));
        }
        return found;
    }

    private Set<Leaf> stored(Site.Call change, Visit visit, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Operand operand : effects.flow(change.target()).orElseThrow().from()) {
            Operands.of(operand, change.receiver(), change.arguments())
                    .forEach(v -> found.addAll(origins.leaves(v, visit, path)));
        }
        if (isSource.test(change, visit)) {
            found.add(new Leaf.Source(change, visit));
        }
        return found;
    }
}
