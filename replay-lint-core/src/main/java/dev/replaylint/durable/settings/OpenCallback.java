package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Operation;

/**
 * A wait for somebody outside that nothing ends if nobody answers.
 *
 * @param path to the code that decides on its configuration
 * @param configured whether it has a configuration, which sets no timeout
 */
public record OpenCallback(Operation operation, CallPath path, boolean configured) {}
