package dev.replaylint.program;

/** A body that would take too long to look at: what decides about each of its parts is too much. */
public final class TooComplex extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Location location;

    TooComplex(Location location) {
        super("has a body with too many branches or loops in each other to be analysed; split it into methods");
        this.location = location;
    }

    /** Where the body is. */
    public Location location() {
        return location;
    }

    /** One lower-case sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
