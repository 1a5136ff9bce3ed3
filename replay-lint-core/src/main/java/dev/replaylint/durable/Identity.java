package dev.replaylint.durable;

import dev.replaylint.catalog.Rendering;

/**
 * An object that a call tells by its identity, which is another one in every process.
 *
 * @param object what it is, to stand in a sentence: {@code an array}, {@code `Order`, which has no `toString`,}
 * @param how what the call makes of it
 */
public record Identity(String object, Rendering how) {

    static final String ARRAY = "an array";

    /** What the call does with the object, to follow the call's name. */
    public String phrase() {
        return (how == Rendering.TEXT ? "shows " : "hashes ") + object
                + " by identity, which is another one on every replay";
    }

    /** What to do instead. */
    public String remedy() {
        String method = how == Rendering.TEXT ? "toString" : "hashCode";
        return object.equals(ARRAY)
                ? "use `Arrays." + method + "`, which goes by what the array holds"
                : "name what it holds, as `order.id()`, or make it a record, which has a `" + method + "` of its own";
    }
}
