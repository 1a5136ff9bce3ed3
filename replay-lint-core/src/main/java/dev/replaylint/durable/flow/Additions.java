package dev.replaylint.durable.flow;

import dev.replaylint.catalog.Operand;
import dev.replaylint.durable.body.FunctionalTypes;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What is put into texts, collections and arrays after they were made: in the body that makes them, and in code that is handed them. */
public final class Additions {

    private final Effects effects;
    private final Parts parts;
    private final Pairs pairs;
    private final UnseenChanges unseen;
    private final BiPredicate<Site.Call, Visit> isSource;
    private final boolean selections;

    /** {@code isSource} tells calls that change an object by chance; {@code selections} count what elements are removed or sorted by. */
    public Additions(Effects effects, BiPredicate<Site.Call, Visit> isSource, boolean selections) {
        this.effects = effects;
        this.parts = new Parts(effects);
        this.pairs = new Pairs(effects);
        this.unseen = new UnseenChanges(parts);
        this.isSource = isSource;
        this.selections = selections;
    }

    /** Leaves of what is put into an object that a body makes, or of what a chain of fields, read from that, holds. */
    public Set<Leaf> to(Value made, Visit visit, List<FieldKey> path, Origins origins) {
        Handing handing = new Handing(
                origins,
                (o, v) -> parts.of(o, v.body()),
                (objects, v) -> stored(objects, v, path, origins, s -> v == visit && unseen.has(s, made, v)));
        return handing.in(visit, made);
    }

    /** Whether a body, or what it hands an object that it has from elsewhere, changes it. */
    public boolean change(Value object, Visit visit) {
        return Parts.users(object, visit.body())
                        .anyMatch(c -> parts.changes(c, object)
                                || object instanceof Value.Result
                                        && !visit.calls(c).isEmpty())
                || object instanceof Value.Result && isCaptured(object, visit);
    }

    private static boolean isCaptured(Value object, Visit visit) {
        return visit.body()
                .sites(Site.FunctionCreation.class)
                .anyMatch(f -> f.bound().contains(object));
    }

    private Set<Leaf> stored(
            Set<Value> objects, Visit visit, List<FieldKey> path, Origins origins, Predicate<Site.Call> unseen) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value object : objects) {
            pairs.ofName(object, objects, path)
                    .ifPresent(p -> Parts.users(object, visit.body())
                            .filter(c -> parts.changes(c, object) && !unseen.test(c))
                            .forEach(c -> found.addAll(stored(c, visit, p, origins))));
        }
        visit.body()
                .sites(Site.ArrayWrite.class)
                .filter(w -> Parts.isRow(w.array(), objects))
                .forEach(w -> found.addAll(origins.leaves(w.value(), visit, path)));
        return found;
    }

    private Set<Leaf> stored(Site.Call change, Visit visit, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        List<Operand> from = effects.flow(change.target()).orElseThrow().from();
        if (path.equals(Extent.OF)) {
            return counted(change, from, visit, origins);
        }
        if (pairs.stores(change, path)) {
            return paired(change, visit, path, origins);
        }
        if (!from.isEmpty()) {
            found.addAll(origins.returnedByFunctions(change, visit, path));
        } else if (selections) {
            found.addAll(selected(change, visit, origins));
            found.addAll(compared(change, visit, path, origins));
        }
        for (Operand operand : from) {
            Operands.of(operand, change.receiver(), change.arguments())
                    .forEach(v -> found.addAll(origins.leaves(v, visit, path)));
        }
        if (isSource.test(change, visit)) {
            found.add(new Leaf.Source(change, visit));
            change.receiver().ifPresent(r -> found.addAll(origins.leaves(r, visit)));
        }
        return found;
    }

    /** What becomes keys, or values. */
    private Set<Leaf> paired(Site.Call change, Visit visit, List<FieldKey> path, Origins origins) {
        List<FieldKey> rest = Assignments.rest(path);
        Set<Leaf> found = new LinkedHashSet<>();
        pairs.arguments(change, path).forEach(a -> found.addAll(origins.leaves(a, visit, rest)));
        if (!Pairs.asksKeys(path)) {
            found.addAll(origins.returnedByFunctions(change, visit, rest));
        }
        return found;
    }

    /** What decides whether elements are added or removed, and how many. */
    private Set<Leaf> counted(Site.Call change, List<Operand> from, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (selections) {
            visit.conditions(change).forEach(c -> found.addAll(origins.leaves(c.value(), visit)));
            if (from.isEmpty()) {
                found.addAll(selected(change, visit, origins));
            }
        }
        List<String> parameters = Descriptors.parameters(change.target().descriptor());
        for (int i = 0; i < parameters.size(); i++) {
            if (Extent.has(effects, Descriptors.className(parameters.get(i)))
                    || isOneOfClasses(change.arguments().get(i))) {
                found.addAll(origins.leaves(change.arguments().get(i), visit, Extent.OF));
            }
        }
        return found;
    }

    /** Whether it is an object of one class or another: then what decides that decides how many there are of each. */
    static boolean isOneOfClasses(Value element) {
        Set<Value> all = element.settled().alternatives();
        return all.stream()
                        .allMatch(v -> v instanceof Value.Result r && r.call().isAllocation())
                && all.stream()
                                .map(v -> ((Value.Result) v).call().target().owner())
                                .distinct()
                                .count()
                        > 1;
    }

    /** Which part of entries comparators of the platform go by, where another part is asked for. */
    private Set<Leaf> compared(Site.Call change, Visit visit, List<FieldKey> path, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        if (Pairs.isAsked(path) && visit.outgoing(change).isEmpty()) {
            List<Value> sorted = Operands.of(
                    effects.flow(change.target()).orElseThrow().into(), change.receiver(), change.arguments());
            selecting(change)
                    .forEach(a -> sorted.forEach(s -> found.addAll(origins.leaves(s, visit, pairs.ofComparator(a)))));
        }
        return found;
    }

    /** What a {@code sort} or {@code removeIf} goes by. */
    private static Set<Leaf> selected(Site.Call change, Visit visit, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Value function : selecting(change)) {
            found.addAll(origins.leaves(function, visit));
            found.addAll(origins.returnedByFunctions(change, visit, List.of()));
        }
        return found;
    }

    private static List<Value> selecting(Site.Call change) {
        List<String> parameters = Descriptors.parameters(change.target().descriptor());
        return IntStream.range(0, parameters.size())
                .filter(i -> FunctionalTypes.isSelecting(parameters.get(i)))
                .mapToObj(change.arguments()::get)
                .toList();
    }
}
