package dev.replaylint.durable;

import java.util.Locale;

/** What the service allows one execution, which nobody can raise. */
public final class Quota {

    /** Durable operations. */
    public static final int OPERATIONS = 3_000;

    /** The same, for people. */
    public static final String TEXT = text(OPERATIONS);

    private Quota() {}

    /** Whether an execution can make all these attempts: each one is an operation. False only if it certainly cannot. */
    public static boolean allows(Attempts attempts) {
        return attempts instanceof Attempts.Known known
                ? known.most() < OPERATIONS
                : attempts instanceof Attempts.Unknown;
    }

    /** A number with commas between the thousands. */
    public static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
