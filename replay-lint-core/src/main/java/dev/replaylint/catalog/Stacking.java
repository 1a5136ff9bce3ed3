package dev.replaylint.catalog;

/** At which end of its receiver a call puts something, or takes something away: the one undoes the other. */
public enum Stacking implements Fact {
    PUTS_FIRST("puts-first"),
    TAKES_FIRST("takes-first"),
    PUTS_LAST("puts-last"),
    TAKES_LAST("takes-last");

    private final String keyword;

    Stacking(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }

    /** Whether the other one takes what this one puts. */
    public boolean isUndoneBy(Stacking other) {
        return this == PUTS_FIRST && other == TAKES_FIRST || this == PUTS_LAST && other == TAKES_LAST;
    }
}
