package dev.replaylint.durable.loop;

import dev.replaylint.program.Body;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collections that code fills: where one body does so without loops, each addition is one element at most. */
final class Fillings {

    static final Set<String> ADDING =
            Set.of("add", "addFirst", "addLast", "offer", "offerFirst", "offerLast", "push", "put", "putIfAbsent");
    private static final Set<String> ADDING_MANY = Set.of("addAll", "putAll");

    private Fillings() {}

    /** Whether a collection gets more elements than it is made with. */
    static boolean grows(Site.Call creation, Body body) {
        return body.sites(Site.Call.class).anyMatch(c -> isOn(c, creation) && adds(c));
    }

    /** Whether the call puts something into a collection. */
    static boolean adds(Site.Call call) {
        return ADDING.contains(call.target().name())
                || ADDING_MANY.contains(call.target().name());
    }

    private static boolean isOn(Site.Call call, Site.Call creation) {
        return call.receiver().filter(r -> isMade(r, creation)).isPresent();
    }

    private static boolean isMade(Value value, Site.Call creation) {
        return value.settled() instanceof Value.Result made && made.call() == creation;
    }

    /** How many elements the body adds at most; empty where it does so in a loop, or lets other code have the collection. */
    static Optional<Long> additions(Site.Call creation, Body body) {
        long additions = 0;
        for (Site site : body.sites()) {
            if (site instanceof Site.Call call && isOn(call, creation) && adds(call)) {
                boolean many = ADDING_MANY.contains(call.target().name());
                if (many || !call.context().loops().isEmpty()) {
                    return Optional.empty();
                }
                additions++;
            } else if (handsOn(site).stream().anyMatch(v -> isMade(v, creation))) {
                return Optional.empty();
            }
        }
        return Optional.of(additions);
    }

    private static List<Value> handsOn(Site site) {
        if (site instanceof Site.Call call) {
            boolean known = call.target().isOfPlatform();
            return known ? List.of() : call.arguments();
        }
        if (site instanceof Site.FunctionCreation function) {
            return function.bound();
        }
        List<Value> values = new ArrayList<>();
        if (site instanceof Site.FieldWrite write) {
            values.add(write.value());
        } else if (site instanceof Site.ArrayWrite write) {
            values.add(write.value());
        } else if (site instanceof Site.Return result) {
            result.value().ifPresent(values::add);
        }
        return values;
    }
}
