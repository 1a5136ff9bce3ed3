package dev.replaylint.durable.tree;

import dev.replaylint.durable.loop.Quota;
import java.time.Duration;
import java.util.Optional;

/** Spans of time in words. */
public final class Spans {

    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private Spans() {}

    /** In the largest unit of which it is a whole number: {@code 36 hours}. */
    public static String text(Duration duration) {
        if (duration.toNanosPart() != 0) {
            return duration.toMillis() + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % MINUTE != 0) {
            return count(seconds, "second");
        }
        if (seconds % HOUR != 0) {
            return count(seconds / MINUTE, "minute");
        }
        return seconds % DAY == 0 ? count(seconds / DAY, "day") : count(seconds / HOUR, "hour");
    }

    /** In the largest unit of which there are two, without the rest: {@code 3 days}. */
    static String roughly(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 2 * DAY) {
            return count(seconds / DAY, "day");
        }
        if (seconds >= 2 * HOUR) {
            return count(seconds / HOUR, "hour");
        }
        return seconds >= 2 * MINUTE ? count(seconds / MINUTE, "minute") : count(seconds, "second");
    }

    /** {@code , about 3 days of waiting}, to follow a number of rounds; nothing if it is not known. */
    public static String ofWaiting(Optional<Duration> waiting) {
        return waiting.map(w -> ", about " + roughly(w) + " of waiting").orElse("");
    }

    private static String count(long number, String unit) {
        return Quota.text(number) + " " + unit + (number == 1 ? "" : "s");
    }
}
