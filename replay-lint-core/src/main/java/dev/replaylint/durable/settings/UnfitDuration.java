package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.CallPath;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * A duration that is not waited for as it stands.
 *
 * @param path to the call that is given it
 * @param call the call's name
 * @param most the longest that there may be
 */
public record UnfitDuration(CallPath path, String call, Duration given, Duration most) {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Whether it is refused. */
    public boolean refused() {
        return isTooShort() || isTooLong();
    }

    public boolean isTooShort() {
        return given.compareTo(SECOND) < 0;
    }

    public boolean isTooLong() {
        return given.compareTo(most) > 0;
    }

    boolean isWrong() {
        return refused() || !given.equals(given.truncatedTo(ChronoUnit.SECONDS));
    }
}
