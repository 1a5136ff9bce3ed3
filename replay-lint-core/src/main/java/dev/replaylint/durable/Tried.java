package dev.replaylint.durable;

/**
 * An operation with a strategy that decides how often it is tried, as it is started on one way.
 *
 * @param path to the code that decides on its configuration
 * @param attempts at most, of several possibilities the greatest
 */
public record Tried(Operation operation, CallPath path, Attempts attempts) {}
