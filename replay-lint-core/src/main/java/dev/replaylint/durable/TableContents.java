package dev.replaylint.durable;

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
record TableContents(Tables tables, BiFunction<Site.FieldRead, Way, List<Term>> assigned) {

    private static final int DEEPEST = 6;

    /** The values that the call may take from a map; empty if that is not known. */
    List<Term> taken(Site.Call call, Way way) {
        Optional<Known> key = tables.key(call, way.visit());
        return key.map(k ->
                        under(k, call.receiver().orElseThrow(), way, DEEPEST).toList())
                .orElse(List.of());
    }

    private Stream<Term> under(Known key, Value table, Way way, int depth) {
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

    private Stream<Term> made(Known key, Site.Call call, Way way, int depth) {
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

    private Stream<Term> pairs(Known key, Site.Call call, Way way) {
        return tables.stored(call, way.visit(), Optional.of(key)).stream().map(v -> new Term(v, way));
    }

    /** What is assigned to a field, and put into it there. */
    private Stream<Term> kept(Known key, Site.FieldRead read, Way way, int depth) {
        List<Term> found = new ArrayList<>();
        for (Term table : assigned.apply(read, way)) {
            under(key, table.value(), table.way(), depth - 1).forEach(found::add);
            table.way().visit().body().calls().stream()
                    .filter(c -> c.receiver()
                            .filter(r -> r.settled() instanceof Value.FieldValue f
                                    && f.read().field().equals(read.field()))
                            .isPresent())
                    .filter(tables::putsPairs)
                    .flatMap(c -> pairs(key, c, table.way()))
                    .forEach(found::add);
        }
        return found.stream();
    }
}
