package dev.replaylint.catalog;

/** Where the contents of operands go, where that is not simply into the result. */
public enum Flow implements Fact {
    /**
     * Changes the destination; the contents of the operands named by {@link CatalogEntry#from()}, if any, go into it.
     */
    MUTATES("mutates"),
    /** Moves the receiver on, so that the next such call gives something else. */
    MOVES("moves"),
    /** The result tells a size, presence or position: it does not carry the operands' contents. */
    SHAPE("shape");

    private final String keyword;

    Flow(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
