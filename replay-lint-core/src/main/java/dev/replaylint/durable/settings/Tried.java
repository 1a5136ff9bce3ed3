package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.sdk.Attempts;

/**
 * An operation with a strategy that decides how often it is tried, as it is started on one way.
 *
 * @param path to the code that decides on its configuration
 * @param attempts at most, of several possibilities the greatest
 */
public record Tried(Operation operation, CallPath path, Attempts attempts) {}
