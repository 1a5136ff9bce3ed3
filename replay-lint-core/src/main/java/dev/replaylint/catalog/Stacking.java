package dev.replaylint.catalog;

/** Where in its receiver a call puts something, or takes it away, or which way it counts: the one undoes the other. */
public enum Stacking implements Fact {
    PUTS_FIRST("puts-first"),
    TAKES_FIRST("takes-first"),
    PUTS_LAST("puts-last"),
    TAKES_LAST("takes-last"),
    ADDS("adds"),
    REMOVES("removes"),
    COUNTS_UP("counts-up"),
    COUNTS_DOWN("counts-down");

    private final String keyword;

    Stacking(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }

    /** Whether the other one takes what this one puts, or counts back. */
    public boolean isUndoneBy(Stacking other) {
        return switch (this) {
            case PUTS_FIRST -> other == TAKES_FIRST;
            case PUTS_LAST -> other == TAKES_LAST;
            case ADDS -> other == REMOVES;
            case COUNTS_UP -> other == COUNTS_DOWN;
            case COUNTS_DOWN -> other == COUNTS_UP;
            default -> false;
        };
    }
}
