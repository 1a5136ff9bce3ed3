package dev.replaylint.durable;

import dev.replaylint.durable.flow.CallPath;
import dev.replaylint.durable.flow.Operation;
import dev.replaylint.durable.sdk.StepSettings;
import java.util.Set;

/**
 * A step, or an operation that has one, as it is started on one way.
 *
 * @param path to the code that decides on its configuration
 * @param settings how it is delivered, all possibilities
 */
public record StepRun(Operation operation, CallPath path, Set<StepSettings> settings) {

    public StepRun {
        settings = Set.copyOf(settings);
    }
}
