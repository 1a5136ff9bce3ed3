package dev.replaylint.catalog;

/** Whether a result is the same state as an operand. */
public enum Sharing implements Fact {
    /** The result is an operand named by {@link CatalogEntry#from()}, or a part of it: changing it changes the operand. */
    PART("part");

    private final String keyword;

    Sharing(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
