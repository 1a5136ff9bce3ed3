package dev.replaylint.durable.sdk;

import java.util.Collection;

/**
 * How often something is tried at most: the function of a step or of {@code withRetry}, the submitter of a callback, the check of
 * {@code waitForCondition}. The first attempt counts, so there is one retry fewer.
 */
public sealed interface Attempts {

    /**
     * At most this often.
     *
     * @param most 1 or more
     */
    record Known(int most) implements Attempts {}

    /** For ever: what decides on another attempt never says no because of the number of those that were made. */
    enum Unbounded implements Attempts {
        UNBOUNDED
    }

    /** The code does not show it. */
    enum Unknown implements Attempts {
        UNKNOWN
    }

    /** Whether another attempt may follow the first one, as far as anybody can know. */
    default boolean several() {
        return this instanceof Unbounded || (this instanceof Known known && known.most() > 1);
    }

    /** Of several possibilities the one with most attempts; unknown if that may be one that nobody knows. */
    static Attempts worst(Collection<Attempts> possible) {
        Attempts worst = new Known(1);
        for (Attempts one : possible) {
            worst = worst.or(one);
        }
        return possible.isEmpty() ? Unknown.UNKNOWN : worst;
    }

    /** The greater one of two. */
    default Attempts or(Attempts other) {
        if (this instanceof Known a && other instanceof Known b) {
            return a.most() < b.most() ? b : a;
        }
        return this instanceof Unbounded || other instanceof Unbounded ? Unbounded.UNBOUNDED : Unknown.UNKNOWN;
    }
}
