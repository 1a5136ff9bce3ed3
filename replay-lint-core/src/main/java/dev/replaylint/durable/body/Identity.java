package dev.replaylint.durable.body;

import dev.replaylint.catalog.Rendering;

/**
 * An object that a call tells by its identity, which is another one in every process.
 *
 * @param object what it is, to stand in a sentence: {@code an array}, {@code `Order`, which has no `toString`,}
 * @param kind what kind of object it is
 * @param how what the call makes of it
 */
public record Identity(String object, Kind kind, Rendering how) {

    enum Kind {
        ARRAY,
        ENUM,
        OTHER
    }

    /** What the call does with the object, to follow the call's name. */
    public String phrase() {
        return (how == Rendering.TEXT ? "shows " : "hashes ") + object
                + " by identity, which is another one on every replay";
    }

    /** What to do instead. */
    public String remedy() {
        String method = how == Rendering.TEXT ? "toString" : "hashCode";
        return switch (kind) {
            case ARRAY -> "use `Arrays." + method + "`, which goes by what the array holds";
            case ENUM -> "use the constant's `name()`, whose hash is the same everywhere";
            case OTHER ->
                "name what it holds, as `order.id()`, or make it a record, which has a `" + method + "` of its own";
        };
    }
}
