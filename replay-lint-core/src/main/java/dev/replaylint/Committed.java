package dev.replaylint;

import dev.replaylint.manifest.Recorded;
import dev.replaylint.suppression.Baseline;
import java.util.Optional;

/**
 * What is committed about code and holds against it.
 *
 * @param manifest what is recorded of its operations; empty if they are not compared
 * @param baseline which findings are accepted; empty if none are
 */
public record Committed(Optional<Recorded> manifest, Optional<Baseline> baseline) {

    /** Nothing. */
    public static final Committed NOTHING = new Committed(Optional.empty(), Optional.empty());

    /** A manifest alone. */
    public static Committed manifest(Recorded recorded) {
        return new Committed(Optional.of(recorded), Optional.empty());
    }

    /** A baseline alone. */
    public static Committed baseline(Baseline accepted) {
        return new Committed(Optional.empty(), Optional.of(accepted));
    }
}
