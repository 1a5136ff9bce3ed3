package dev.replaylint.catalog;

/** How often a call runs the functions that it is given; once, if nothing is said. */
public enum Runs implements Fact {
    /** Any number of times, as for each element of a collection. */
    EACH("runs-each"),
    /** At most one of them, at most once. */
    MAYBE("runs-maybe");

    private final String keyword;

    Runs(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
