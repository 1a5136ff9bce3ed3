package dev.replaylint.durable.flow;

import dev.replaylint.durable.body.Known;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search for functions.
 *
 * @param found what was found
 * @param seen joins that were looked into
 * @param keys what is looked up in maps that are met, the first in the first one; empty where any value may be the one
 */
record CarrierSearch(Set<Carrier> found, Set<Value> seen, List<Optional<Known>> keys) {

    static CarrierSearch start() {
        return new CarrierSearch(new LinkedHashSet<>(), new LinkedHashSet<>(), List.of());
    }

    /** The same search, for something else. */
    CarrierSearch aside() {
        return new CarrierSearch(new LinkedHashSet<>(), seen, keys);
    }

    /** The same search, for the fields of an object. */
    CarrierSearch ofObject() {
        return new CarrierSearch(new LinkedHashSet<>(), seen, List.of());
    }

    /** The same search, in a map; under a key it is looked for again in what was seen under others. */
    CarrierSearch in(Optional<Known> key) {
        List<Optional<Known>> more = new ArrayList<>(List.of(key));
        more.addAll(keys);
        return new CarrierSearch(new LinkedHashSet<>(), key.isPresent() ? new LinkedHashSet<>(seen) : seen, more);
    }

    Optional<Known> key() {
        return keys.isEmpty() ? Optional.empty() : keys.get(0);
    }

    /** The same search in what a map has. */
    CarrierSearch inside() {
        return keys.isEmpty() ? this : new CarrierSearch(found, seen, keys.subList(1, keys.size()));
    }
}
