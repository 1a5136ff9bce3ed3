package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What stands under a constant key of maps that the code shows being made: of pairs, of entries, or filled where they are made.
 *
 * @param assigned finds what is assigned to a field
 */
public record TableContents(Tables tables, BiFunction<Site.FieldRead, Way, List<Term>> assigned) {

    private static final int DEEPEST = 6;

    /** Helpers that call helpers to put something into a map. */
    private static final int HELPERS = 2;

    /** The values that the call may take from a map; empty if that is not known. */
    public List<Term> taken(Site.Call call, Way way) {
        return tables.key(call, way.visit()).map(k -> taken(k, call, way)).orElse(List.of());
    }

    /** The same; all values that are known, where the key is not. */
    List<Term> all(Site.Call call, Way way) {
        return tables.takes(call) ? taken(tables.key(call, way.visit()), call, way) : List.of();
    }

    /** The values that the call may take from a map if it looks under this key. */
    public List<Term> taken(Known key, Site.Call call, Way way) {
        return taken(Optional.of(key), call, way);
    }

    private List<Term> taken(Optional<Known> key, Site.Call call, Way way) {
        return under(key, call.receiver().orElseThrow(), way, DEEPEST).toList();
    }

    /** The values that stand under the key in maps that may be the one; all values, where the key is not known. */
    public Stream<Term> under(Optional<Known> key, List<Term> maps) {
        return maps.stream().flatMap(m -> under(key, m.value(), m.way(), DEEPEST));
    }

    private Stream<Term> under(Optional<Known> key, Value table, Way way, int depth) {
        Value value = table.settled();
        if (depth == 0) {
            return Stream.of();
        }
        if (value instanceof Value.Result result) {
            return made(key, result.call(), way, depth);
        }
        if (value instanceof Value.NewArray array) {
            return way.visit()
                    .body()
                    .sites(Site.ArrayWrite.class)
                    .filter(w -> w.array().equals(array))
                    .flatMap(w -> under(key, w.value(), way, depth - 1));
        }
        return value instanceof Value.FieldValue field ? kept(key, field.read(), way, depth) : Stream.of();
    }

    private Stream<Term> made(Optional<Known> key, Site.Call call, Way way, int depth) {
        if (tables.putsPairs(call)) {
            return pairs(key, call, way);
        }
        Stream<Term> copied = tables.copies(call)
                ? call.arguments().stream().flatMap(a -> under(key, a, way, depth - 1))
                : Stream.of();
        Stream<Term> put = way.visit().body().callsOn(call).stream()
                .filter(tables::putsPairs)
                .flatMap(c -> pairs(key, c, way));
        return Stream.concat(copied, put);
    }

    /** What is put into the map of a field, where it is assigned, and by methods that are called there. */
    private Stream<Term> put(Optional<Known> key, FieldKey field, Way way, int depth) {
        Stream<Term> here = way.visit().body().calls().stream()
                .filter(c -> c.receiver()
                        .filter(r -> r.settled() instanceof Value.FieldValue f
                                && f.read().field().equals(field))
                        .isPresent())
                .filter(tables::putsPairs)
                .flatMap(c -> pairs(key, c, way));
        Stream<Edge> helpers = depth == 0
                ? Stream.of()
                : way.visit().outgoing().stream()
                        .filter(e -> e.how() == Edge.Kind.CALL
                                && e.callee().body().key().owner().equals(field.owner()));
        return Stream.concat(here, helpers.flatMap(e -> put(key, field, way.into(e), depth - 1)));
    }

    private Stream<Term> pairs(Optional<Known> key, Site.Call call, Way way) {
        boolean given = call.arguments().size() == 2
                && call.arguments().stream().allMatch(a -> a.settled() instanceof Value.Parameter)
                && !way.mayComeFromElsewhere();
        return given
                ? way.last().stream().flatMap(e -> given(key, call, e, way))
                : tables.values(call, way.visit(), key).stream().map(v -> new Term(v, way));
    }

    /** What a helper puts for one of its callers: {@code register(Order.class, new OrderHandler())}. */
    private Stream<Term> given(Optional<Known> key, Site.Call call, Edge edge, Way way) {
        Optional<Edge.Bound> under = argument(call, 0, edge);
        Optional<Edge.Bound> value = argument(call, 1, edge);
        boolean other = under.flatMap(u -> tables.constant(u.value(), u.visit()))
                .filter(k -> key.isPresent() && !k.equals(key.get()))
                .isPresent();
        return other
                ? Stream.of()
                : value.stream().map(b -> new Term(b.value(), way.before(edge).at(b.visit())));
    }

    private static Optional<Edge.Bound> argument(Site.Call call, int index, Edge edge) {
        return edge.argument(((Value.Parameter) call.arguments().get(index).settled()).index());
    }

    /** What is assigned to a field, and put into it there. */
    private Stream<Term> kept(Optional<Known> key, Site.FieldRead read, Way way, int depth) {
        List<Term> found = new ArrayList<>();
        for (Term table : assigned.apply(read, way)) {
            under(key, table.value(), table.way(), depth - 1).forEach(found::add);
            put(key, read.field(), table.way(), HELPERS).forEach(found::add);
        }
        return found.stream();
    }
}
