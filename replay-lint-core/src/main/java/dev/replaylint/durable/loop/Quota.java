package dev.replaylint.durable.loop;

import dev.replaylint.durable.sdk.Attempts;
import java.util.Locale;
import java.util.OptionalLong;

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

    /** How often an execution can make so many operations, its own start being one; empty if the amount is none, or no number. */
    public static OptionalLong fitting(Amount each) {
        OptionalLong number = each.number();
        return number.isPresent() && number.getAsLong() > 0
                ? OptionalLong.of((OPERATIONS - 1) / number.getAsLong())
                : OptionalLong.empty();
    }

    /** A number with commas between the thousands. */
    public static String text(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
