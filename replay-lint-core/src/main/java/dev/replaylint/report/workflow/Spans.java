package dev.replaylint.report.workflow;

import java.time.Duration;

/** Spans of time in words. */
final class Spans {

    private Spans() {}

    /** In the largest unit of which it is a whole number: {@code 36 hours}. */
    static String text(Duration duration) {
        if (duration.toNanosPart() != 0) {
            return duration.toMillis() + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds == 0 || seconds % 60 != 0) {
            return count(seconds, "second");
        }
        if (seconds % 3_600 != 0) {
            return count(seconds / 60, "minute");
        }
        return seconds % 86_400 == 0 ? count(seconds / 86_400, "day") : count(seconds / 3_600, "hour");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
