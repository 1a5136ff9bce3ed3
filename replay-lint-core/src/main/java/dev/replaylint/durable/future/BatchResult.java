package dev.replaylint.durable.future;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;

/**
 * A result of several concurrent functions in which nobody looks for those that failed.
 *
 * @param place where the result comes from: the operation, or the call of a helper that returned it
 * @param used whether the results of the others are used
 */
public record BatchResult(Operation operation, Place place, boolean used) {}
