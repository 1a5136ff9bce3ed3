package dev.replaylint.durable.loop;

import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.flow.Visit;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many entries a map has that a collector makes: two for a truth value, one for each constant of an enum, or each hundred numbers. */
record Groups(Numbers numbers, EnumSizes enums, Sizes sizes) {

    private static final Set<String> TRUTH = Set.of("Z", "java.lang.Boolean");
    private static final String TEST = "java.util.function.Predicate";

    /** At most; empty if the keys may be anything. */
    Optional<Rounds> of(Site.Call collect, CallFrame frame) {
        Optional<Site.FunctionCreation> keys = keys(collect, frame);
        Optional<String> type = keys.flatMap(k -> enums.given(k, frame));
        boolean truth = type.filter(TRUTH::contains).isPresent()
                || keys.filter(k -> k.interfaceName().equals(TEST)).isPresent();
        return truth
                ? Optional.of(Rounds.of(Amount.of(2)).orFewer())
                : type.flatMap(enums::constants).map(Rounds::orFewer);
    }

    /** What part of a range there is of groups, beside one: {@code IntStream.range(0, size).boxed().collect(groupingBy(i -> i / 100))}. */
    Optional<Share> part(Located groups) {
        if (!(groups.value() instanceof Value.Result result)) {
            return Optional.empty();
        }
        Site.Call collect = result.call();
        Optional<Visit> function =
                keys(collect, groups.frame()).flatMap(groups.frame().visit()::run);
        List<Value> keys = function.stream().flatMap(Visit::returned).toList();
        boolean numbered = keys.size() == 1
                && collect.receiver()
                        .filter(r ->
                                sizes.counted(sizes.whole(r, groups.frame())).isPresent())
                        .isPresent();
        return numbered
                ? Optional.of(Share.of(new Located(keys.get(0), groups.frame().of(function.get())), numbers))
                        .filter(s -> s.whole().value() instanceof Value.Parameter)
                : Optional.empty();
    }

    /** The function that tells the groups apart. */
    private Optional<Site.FunctionCreation> keys(Site.Call collect, CallFrame frame) {
        return collect.arguments().stream()
                .map(a -> numbers.trail().follow(a, frame).value())
                .filter(v -> v instanceof Value.Result r
                        && numbers.effects()
                                .sizing(r.call().target())
                                .filter(e -> e.fact() == Sizing.KEYED)
                                .isPresent())
                .map(r -> ((Value.Result) r).call().arguments().get(0).settled())
                .filter(Value.Function.class::isInstance)
                .map(f -> ((Value.Function) f).creation())
                .findFirst();
    }
}
