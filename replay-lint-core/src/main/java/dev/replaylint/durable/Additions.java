package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What is put into texts and collections after they were made: in the body that makes them, and in code that is handed them. */
final class Additions {

    private static final int DEEPEST = 4;

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
        return new Search(path, origins).in(visit, new Value.Result(made), DEEPEST);
    }

    private final class Search {
        private final List<FieldKey> path;
        private final Origins origins;

        Search(List<FieldKey> path, Origins origins) {
            this.path = path;
            this.origins = origins;
        }

        Set<Leaf> in(Visit visit, Value object, int depth) {
            Set<Leaf> found = new LinkedHashSet<>();
            List<Value> objects = parts.of(object, visit.body());
            for (Value part : objects) {
                Parts.users(part, visit.body()).forEach(c -> found.addAll(stored(c, part, visit)));
            }
            if (depth > 0) {
                for (Edge edge : List.copyOf(visit.outgoing())) {
                    found.addAll(handed(edge, objects, depth));
                }
            }
            return found;
        }

        private Set<Leaf> stored(Site.Call call, Value object, Visit visit) {
            Set<Leaf> found = new LinkedHashSet<>();
            Optional<CatalogEntry<Flow>> change = effects.flow(call.target()).filter(e -> parts.changes(call, object));
            if (change.isPresent()) {
                for (Operand operand : change.get().from()) {
                    Operands.of(operand, call.receiver(), call.arguments())
                            .forEach(v -> found.addAll(origins.leaves(v, visit, path)));
                }
                if (isSource.test(call, visit)) {
                    found.add(new Leaf.Source(call, visit));
                }
            }
            return found;
        }

        /** What the code behind a call puts into an object that it is handed. Operations do so in their first run only. */
        private Set<Leaf> handed(Edge edge, List<Value> objects, int depth) {
            Set<Leaf> found = new LinkedHashSet<>();
            for (int i = 0; i < edge.arguments().size() && edge.how() != Edge.Kind.OPERATION; i++) {
                if (Parts.passes(edge.arguments().get(i), objects, edge)) {
                    found.addAll(origins.close(in(edge.callee(), new Value.Parameter(i), depth - 1), edge));
                }
            }
            return found;
        }
    }
}
