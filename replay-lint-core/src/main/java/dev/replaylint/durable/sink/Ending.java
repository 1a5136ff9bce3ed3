package dev.replaylint.durable.sink;

/** Where the result of an API call, or what a field read gives, ends besides operations. */
public enum Ending {
    /** In a log line or a measurement, or in whether there is one, and nowhere else that lasts. */
    LOGGED,
    /** Nowhere that is known of, and at most in a log line or a measurement. */
    UNUSED,
    /** In the time until another attempt, and nowhere else that lasts: replay does not compare how long a wait was to take. */
    DELAY,
    /** Elsewhere, or nobody knows where. */
    OTHER;

    /** Whether at most people who read logs see a difference. */
    public boolean isHarmless() {
        return this == LOGGED || this == UNUSED;
    }
}
