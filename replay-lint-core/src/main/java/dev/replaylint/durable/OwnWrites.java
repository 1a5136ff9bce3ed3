package dev.replaylint.durable;

import dev.replaylint.program.Body;
import dev.replaylint.program.FieldKey;
import dev.replaylint.program.Site;
import dev.replaylint.program.Value;
import java.util.List;
import java.util.Optional;

/** Assignments to fields of an object after it was made: by setters, by methods that return the object again, and from outside. */
final class OwnWrites {

    private OwnWrites() {}

    /** What a body assigns to the first field of a chain in its own object; for an empty chain, to any field. */
    static List<Value> in(Body body, List<FieldKey> path) {
        return to(Value.This.THIS, body, path);
    }

    /** What the body that makes an object assigns to a field of it. */
    static List<Value> around(Site.Call made, Body body, List<FieldKey> path) {
        return to(new Value.Result(made), body, path);
    }

    private static List<Value> to(Value object, Body body, List<FieldKey> path) {
        return body.sites(Site.FieldWrite.class)
                .filter(w -> w.receiver().equals(Optional.of(object)))
                .filter(w -> path.isEmpty() || w.field().equals(path.get(0)))
                .map(Site.FieldWrite::value)
                .toList();
    }
}
