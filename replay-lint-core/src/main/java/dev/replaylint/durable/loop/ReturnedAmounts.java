package dev.replaylint.durable.loop;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.body.Operands;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Edge;
import dev.replaylint.durable.value.ValueTrail;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Descriptors;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How much methods and steps return at most, where each of their returns says so: lists that the code writes down, {@code limit(64)},
 * sizes that were asked before.
 */
record ReturnedAmounts(ValueTrail trail, Numbers numbers, Sizes sizes, Guards guards) {

    private static final int DEEPEST = 8;

    /** The most elements of a collection. */
    Optional<Long> elements(Located collection) {
        return elements(collection, DEEPEST);
    }

    /** The greatest value of a number. */
    Optional<Long> number(Located number) {
        List<Located> listed = written().alternatives(number);
        if (!listed.isEmpty()) {
            return greatest(listed.stream(), l -> numbers.most(l.value(), l.frame()));
        }
        return number.value() instanceof Value.Result result
                ? returned(
                        result.call(),
                        number.frame(),
                        (site, at) -> numbers.most(at.value(), at.frame())
                                .or(() -> guards.most(trail.follow(at.value(), at.frame()), site, at.frame())))
                : Optional.empty();
    }

    private Optional<Long> elements(Located at, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        if (at.value() instanceof Value.Join join) {
            return greatest(join.alternatives().stream(), v -> elements(new Located(v, at.frame()), depth - 1));
        }
        if (!(at.value() instanceof Value.Result result)) {
            return Optional.empty();
        }
        List<Located> listed = written().alternatives(at);
        if (!listed.isEmpty()) {
            return greatest(listed.stream(), l -> elements(l, depth - 1));
        }
        Optional<CatalogEntry<Sizing>> sizing =
                numbers.effects().sizing(result.call().target());
        return sizing.isPresent()
                ? sized(sizing.get(), result.call(), at.frame(), depth)
                : returned(
                        result.call(),
                        at.frame(),
                        (site, returned) -> elements(returned, depth - 1)
                                .or(() -> guards.most(
                                        sizes.wholes(returned.value(), returned.frame()), site, returned.frame())));
    }

    private Written written() {
        return new Written(sizes, numbers);
    }

    private Optional<Long> sized(CatalogEntry<Sizing> entry, Site.Call call, CallFrame frame, int depth) {
        Optional<Value> operand = entry.from().stream()
                .flatMap(o -> Operands.of(o, call.receiver(), call.arguments()).stream())
                .findFirst();
        boolean array =
                Descriptors.parameters(call.target().descriptor()).stream().anyMatch(t -> t.startsWith("["));
        long arguments = call.arguments().size();
        return switch (entry.fact()) {
            case AS_MANY, NO_MORE -> operand.flatMap(o -> elements(trail.follow(o, frame), depth - 1));
            case AT_MOST -> operand.flatMap(o -> numbers.most(o, frame));
            case SINGLE -> Optional.of(1L);
            case LISTED -> array ? Optional.empty() : Optional.of(arguments);
            case LISTED_PAIRS -> Optional.of(arguments / 2);
            default -> Optional.empty();
        };
    }

    /** Of all that a method, or the function of an operation, returns; empty if that is not known of one. */
    private Optional<Long> returned(
            Site.Call call, CallFrame frame, BiFunction<Site.Return, Located, Optional<Long>> most) {
        List<Edge> calls = trail.calls(call, frame);
        List<Edge> edges = calls.isEmpty()
                ? frame.visit().outgoing(call).stream()
                        .filter(e -> e.how() == Edge.Kind.OPERATION)
                        .toList()
                : calls;
        if (edges.stream().anyMatch(e -> frame.runs(e.callee()))) {
            return Optional.empty();
        }
        record Returned(Site.Return site, Located value) {}
        Stream<Returned> all = edges.stream()
                .map(e -> trail.enter(e, frame))
                .flatMap(c -> c.visit()
                        .returns()
                        .flatMap(r -> r.value().stream().map(v -> new Returned(r, trail.follow(v, c)))));
        return greatest(all, r -> most.apply(r.site(), r.value()));
    }

    private static <T> Optional<Long> greatest(Stream<T> all, Function<T, Optional<Long>> most) {
        List<Optional<Long>> found = all.map(most).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? found.stream().map(Optional::get).max(Long::compare)
                : Optional.empty();
    }
}
