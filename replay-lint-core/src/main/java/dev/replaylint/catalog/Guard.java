package dev.replaylint.catalog;

/** What becomes of an exception that a function given to a call throws. */
public enum Guard implements Fact {
    /** Catches whatever the functions throw, errors included; {@link CatalogEntry#from()} are the functions. */
    CATCHES_THROWABLE("catches-throwable");

    private final String keyword;

    Guard(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
