package dev.replaylint.catalog;

/** What a call on an object that keeps an exception, which it has caught, makes of it. */
public enum Relay implements Fact {
    /** Throws it. */
    THROWS_KEPT("throws-kept"),
    /** Gives another object that keeps it. */
    HANDS_ON("hands-on");

    private final String keyword;

    Relay(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
