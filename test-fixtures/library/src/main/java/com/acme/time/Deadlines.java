package com.acme.time;

/** Computes deadlines, three methods away from the clock. */
public final class Deadlines {

    private Deadlines() {}

    public static long inMinutes(long minutes) {
        return after(minutes * 60_000);
    }

    private static long after(long millis) {
        return now() + millis;
    }

    private static long now() {
        return System.currentTimeMillis();
    }

    /** Without a clock. */
    public static long minutesToMillis(long minutes) {
        return minutes * 60_000;
    }
}
