package dev.replaylint.durable.loop;

import dev.replaylint.program.Location;

/**
 * A number that only an execution knows: the size of a collection, the rounds of a loop.
 *
 * @param letter what stands for it in an {@link Amount}
 * @param given whether it comes from outside of the code: from the input, an operation, a setting
 * @param what it is the number of, as a phrase: {@code elements of `Order.lines()`}
 * @param location where it decides how often something runs, for the first time
 */
public record Quantity(String letter, boolean given, String what, Location location) {

    /** The same with another letter. */
    public Quantity as(String other) {
        return new Quantity(other, given, what, location);
    }
}
