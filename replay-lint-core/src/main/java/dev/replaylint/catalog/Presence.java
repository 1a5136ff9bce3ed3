package dev.replaylint.catalog;

/** When a call answers yes, or runs the functions that it is given. */
public enum Presence implements Fact {
    /** Only if its receiver holds something. */
    PRESENT("if-present"),
    /** Only if its receiver holds nothing. */
    ABSENT("if-absent");

    private final String keyword;

    Presence(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
