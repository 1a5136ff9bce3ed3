package dev.replaylint.durable;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Lazy;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What replayed code puts into what static fields, and those of the handler itself, hold: as good as an assignment to the field. */
final class KeptContents {

    private final Lazy<Map<FieldKey, List<Place>>> reads;

    KeptContents(Collection<Visit> visits) {
        this.reads = new Lazy<>(() -> find(visits));
    }

    private static Map<FieldKey, List<Place>> find(Collection<Visit> visits) {
        Map<FieldKey, List<Place>> found = new HashMap<>();
        visits.stream()
                .filter(v -> v.region() == Region.REPLAYED)
                .forEach(v -> v.body()
                        .sites(Site.FieldRead.class)
                        .filter(r ->
                                r.receiver().filter(o -> o != Value.This.THIS).isEmpty())
                        .forEach(r -> found.computeIfAbsent(r.field(), f -> new ArrayList<>())
                                .add(new Place(r, v))));
        return found;
    }

    /** Leaves of all that, followed to the end. */
    Set<Leaf> of(FieldKey field, List<FieldKey> path, ApiFlow flow, Origins origins) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Place read : reads.get().getOrDefault(field, List.of())) {
            Value held = new Value.FieldValue((Site.FieldRead) read.site());
            found.addAll(origins.expand(flow.filled(held, read.visit(), path, origins), read.visit()));
        }
        return found;
    }
}
