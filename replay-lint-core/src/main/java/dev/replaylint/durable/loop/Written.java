package dev.replaylint.durable.loop;

import dev.replaylint.catalog.CatalogEntry;
import dev.replaylint.catalog.Sizing;
import dev.replaylint.durable.flow.CallFrame;
import dev.replaylint.durable.value.ValueTrail.Located;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What code writes down in maps and lists: {@code STEPS.get(kind)} is one of several, where {@code STEPS = Map.of(…)}. */
record Written(Sizes sizes, Numbers numbers) {

    private static final String DEFAULT = "getOrDefault";
    private static final String ENTRY = "entry";
    private static final String ENTRY_VALUE = "getValue";
    private static final Set<String> PICKS = Set.of("get", DEFAULT, ENTRY_VALUE, "next");

    /** All that a value may be which a map or list gives; nothing if that is not known. */
    List<Located> alternatives(Located picked) {
        if (!(picked.value() instanceof Value.Result result)
                || !PICKS.contains(result.call().target().name())
                || result.call().receiver().isEmpty()) {
            return List.of();
        }
        Site.Call pick = result.call();
        List<Located> wholes = sizes.wholes(pick.receiver().get(), picked.frame());
        Located holder = wholes.get(wholes.size() - 1);
        if (wholes.stream().anyMatch(Written::grows)) {
            return List.of();
        }
        List<Located> inner = alternatives(holder);
        List<Located> found = new ArrayList<>();
        if (pick.target().name().equals(ENTRY_VALUE)) {
            found.addAll(inner);
        } else {
            inner.forEach(i -> found.addAll(listed(sizes.whole(i.value(), i.frame()))));
            found.addAll(listed(holder));
        }
        if (pick.target().name().equals(DEFAULT) && !found.isEmpty()) {
            found.add(at(pick.arguments().get(1), picked.frame()));
        }
        return found;
    }

    private static boolean grows(Located copy) {
        return copy.value() instanceof Value.Result made
                && made.call().isAllocation()
                && Fillings.grows(made.call(), copy.frame().visit().body());
    }

    private Located at(Value value, CallFrame frame) {
        return numbers.trail().follow(value, frame);
    }

    /** The values of a map, or the elements of a list. */
    private List<Located> listed(Located holder) {
        List<Located> found = new ArrayList<>();
        if (holder.value() instanceof Value.Result result) {
            Site.Call call = result.call();
            Optional<Sizing> fact = numbers.effects().sizing(call.target()).map(CatalogEntry::fact);
            boolean pairs = fact.filter(f -> f == Sizing.LISTED_PAIRS).isPresent();
            boolean each = fact.filter(f -> f == Sizing.LISTED).isPresent();
            List<Value> arguments = arguments(call, holder.frame());
            for (int i = pairs ? 1 : 0; (pairs || each) && i < arguments.size(); i += pairs ? 2 : 1) {
                Located one = at(arguments.get(i), holder.frame());
                boolean entry = one.value() instanceof Value.Result r
                        && r.call().target().name().equals(ENTRY)
                        && r.call().arguments().size() == 2;
                found.add(
                        entry
                                ? at(
                                        ((Value.Result) one.value())
                                                .call()
                                                .arguments()
                                                .get(1),
                                        one.frame())
                                : one);
            }
        }
        return found;
    }

    /** Those that the compiler puts into an array are its elements. */
    private List<Value> arguments(Site.Call call, CallFrame frame) {
        Optional<Located> array = call.arguments().stream()
                .limit(call.arguments().size() == 1 ? 1 : 0)
                .map(a -> at(a, frame))
                .filter(l -> l.value() instanceof Value.NewArray)
                .findFirst();
        return array.map(a -> a.frame()
                        .visit()
                        .body()
                        .sites(Site.ArrayWrite.class)
                        .filter(w -> w.array().equals(a.value()))
                        .map(Site.ArrayWrite::value)
                        .toList())
                .orElse(call.arguments());
    }
}
