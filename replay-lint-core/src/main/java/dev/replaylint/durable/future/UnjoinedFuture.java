package dev.replaylint.durable.future;

import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.flow.Place;

/**
 * Something started whose end replayed code does not wait for.
 *
 * @param operation what was started
 * @param place where its future is dropped: the operation itself, or the call of a helper that returned the future
 * @param always whether no way at all leads to a join, rather than some ways past it
 * @param endless whether it then keeps the execution from ending
 */
public record UnjoinedFuture(Operation operation, Place place, boolean always, boolean endless) {}
