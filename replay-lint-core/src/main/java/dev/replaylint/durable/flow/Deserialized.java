package dev.replaylint.durable.flow;

import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the code that makes the input of an entry point assigns to the fields of the objects in it. */
record Deserialized(Origins origins, Visit entry) {

    /** Leaves of a chain of fields, read from the input; of the whole, if there are none. */
    Set<Leaf> of(List<FieldKey> path) {
        Set<Leaf> found = new LinkedHashSet<>();
        for (Visit giver : entry.givers()) {
            if (path.isEmpty()) {
                found.addAll(assigned(giver, path));
            }
            // Each field on the way is one of an object that was made from the same text.
            for (int i = 0; i < path.size(); i++) {
                if (path.get(i).owner().equals(giver.body().key().owner())) {
                    found.addAll(assigned(giver, path.subList(i, path.size())));
                }
            }
        }
        return found;
    }

    /** Without what the text says. */
    private Set<Leaf> assigned(Visit giver, List<FieldKey> path) {
        Set<Leaf> found = new LinkedHashSet<>(new Assignments(origins, path).in(giver, Value.This.THIS));
        found.removeIf(Leaf.Hole.class::isInstance);
        return found;
    }
}
