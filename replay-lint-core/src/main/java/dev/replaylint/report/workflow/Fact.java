package dev.replaylint.report.workflow;

/**
 * One thing that is known, or not, about an operation.
 *
 * @param text for a table's cell; empty where the question does not arise
 */
public record Fact(String text, Tone tone) {

    /** How a reader takes it. */
    public enum Tone {
        /** As it is. */
        PLAIN,
        /** Worth a look. */
        ALERT,
        /** The code does not tell. */
        UNKNOWN
    }

    /** The question does not arise. */
    public static final Fact NONE = new Fact("", Tone.PLAIN);

    /** The code does not tell. */
    public static final Fact NOT_KNOWN = new Fact("not known", Tone.UNKNOWN);

    public static Fact of(String text) {
        return new Fact(text, Tone.PLAIN);
    }

    /** Worth a look. */
    public static Fact alert(String text) {
        return new Fact(text, Tone.ALERT);
    }

    /** Whether the question arises. */
    public boolean isGiven() {
        return !text.isEmpty();
    }
}
