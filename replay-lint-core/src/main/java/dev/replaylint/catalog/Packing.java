package dev.replaylint.catalog;

/** Whether a place to read from is packed with the code, so that it holds the same for as long as the code stays. */
public enum Packing implements Fact {
    /** The result is such a place. */
    PACKED("packed"),
    /** The result is the place that the operands named by {@link CatalogEntry#from()} are, written in another way. */
    SAME_PLACE("same-place");

    private final String keyword;

    Packing(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
