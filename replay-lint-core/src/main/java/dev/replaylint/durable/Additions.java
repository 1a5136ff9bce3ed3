package dev.replaylint.durable;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Flow;
import dev.replaylint.catalog.Operand;
import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What is put into texts and collections after they were made: in the body that makes them, and in code that is handed them. */
final class Additions {

    private static final int DEEPEST = 4;

    private final Effects effects;
    private final BiPredicate<Site.Call, Visit> isSource;

    /** {@code isSource} tells calls that change an object by chance. */
    Additions(Effects effects, BiPredicate<Site.Call, Visit> isSource) {
        this.effects = effects;
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
            List<Value> objects = objects(object, visit.body());
            for (Value part : objects) {
                users(part, visit.body()).forEach(c -> found.addAll(stored(c, part, visit)));
            }
            if (depth > 0) {
                for (Edge edge : List.copyOf(visit.outgoing())) {
                    found.addAll(handed(edge, objects, visit, depth));
                }
            }
            return found;
        }

        private Set<Leaf> stored(Site.Call call, Value object, Visit visit) {
            Set<Leaf> found = new LinkedHashSet<>();
            Optional<CatalogEntry<Flow>> change = effects.flow(call.target())
                    .filter(e ->
                            e.fact() == Flow.MUTATES && operands(e.into(), call).contains(object));
            if (change.isPresent()) {
                for (Operand operand : change.get().from()) {
                    operands(operand, call).forEach(v -> found.addAll(origins.leaves(v, visit, path)));
                }
                if (isSource.test(call, visit)) {
                    found.add(new Leaf.Source(call, visit));
                }
            }
            return found;
        }

        /** What the code behind a call puts into an object that it is handed. Operations do so in their first run only. */
        private Set<Leaf> handed(Edge edge, List<Value> objects, Visit visit, int depth) {
            Set<Leaf> found = new LinkedHashSet<>();
            for (int i = 0; i < edge.arguments().size() && edge.how() != Edge.Kind.OPERATION; i++) {
                boolean passes = edge.argument(i)
                        .filter(b -> b.visit() == visit && objects.contains(b.value()))
                        .isPresent();
                if (passes) {
                    found.addAll(origins.close(in(edge.callee(), new Value.Parameter(i), depth - 1), edge));
                }
            }
            return found;
        }
    }

    /** The object and what calls give that is the object again, or a part of it: {@code text.append(a).append(b)}. */
    private List<Value> objects(Value object, Body body) {
        List<Value> objects = new ArrayList<>(List.of(object));
        for (int i = 0; i < objects.size(); i++) {
            Value known = objects.get(i);
            users(known, body)
                    .filter(c -> isPart(c, known))
                    .map(Value.Result::new)
                    .filter(r -> !objects.contains(r))
                    .forEach(objects::add);
        }
        return objects;
    }

    private boolean isPart(Site.Call call, Value object) {
        return !call.isAllocation()
                && effects.sharing(call.target()).stream()
                        .flatMap(e -> e.from().stream())
                        .anyMatch(o -> operands(o, call).contains(object));
    }

    private static Stream<Site.Call> users(Value object, Body body) {
        return object instanceof Value.Result made
                ? body.callsWith(made.call()).stream()
                : body.calls().stream()
                        .filter(c -> c.receiver().filter(object::equals).isPresent()
                                || c.arguments().contains(object));
    }

    private static List<Value> operands(Operand operand, Site.Call call) {
        return Operands.of(operand, call.receiver(), call.arguments());
    }
}
