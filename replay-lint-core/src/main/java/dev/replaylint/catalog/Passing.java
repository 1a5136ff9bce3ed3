package dev.replaylint.catalog;

/** What a call passes to the functions that it is given. */
public enum Passing implements Fact {
    /** A key and the value that belongs to it: one of the receiver's keys, or the argument named by {@link CatalogEntry#from()}. */
    PAIRS("passes-pairs"),
    /** The receiver's parts, one by one: changing such a part changes the receiver. */
    PARTS("passes-parts");

    private final String keyword;

    Passing(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
