package dev.replaylint.durable.settings;

import dev.replaylint.program.Body;
import java.util.List;
import java.util.Optional;

/**
 * A body with what it is given.
 *
 * @param self its {@code this}, if it has one
 * @param arguments its first parameters; of a strategy, the failure or state and the attempt's number follow
 */
record Frame(Body body, Optional<Fact> self, List<Fact> arguments) {

    Frame {
        arguments = List.copyOf(arguments);
    }

    /** What a parameter is; -1 is the receiver. */
    Fact argument(int index) {
        if (index < 0) {
            return self.orElse(Fact.Open.UNSURE);
        }
        return index < arguments.size() ? arguments.get(index) : Fact.Open.UNSURE;
    }
}
