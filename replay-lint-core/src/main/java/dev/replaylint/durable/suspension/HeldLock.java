package dev.replaylint.durable.suspension;

import dev.replaylint.durable.flow.Place;

/**
 * A lock that is held where replayed code suspends.
 *
 * @param place the suspending site, in the body that holds the lock
 * @param lock what takes the lock: {@code `synchronized`} or {@code `ReentrantLock.lock`}
 * @param suspension what suspends
 */
public record HeldLock(Place place, String lock, Suspension suspension) {}
