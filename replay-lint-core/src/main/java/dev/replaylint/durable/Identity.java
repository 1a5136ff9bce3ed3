package dev.replaylint.durable;

import dev.replaylint.catalog.Rendering;

/**
 * An object that a call tells by its identity, which is another one in every process.
 *
 * @param object what it is, to stand in a sentence: {@code an array}, {@code `Order`, which has no `toString`,}
 * @param how what the call makes of it
 */
public record Identity(String object, Rendering how) {

    /** What the call does with the object, to follow the call's name. */
    public String phrase() {
        return (how == Rendering.TEXT ? "shows " : "hashes ") + object
                + " by identity, which is another one on every replay";
    }
}
