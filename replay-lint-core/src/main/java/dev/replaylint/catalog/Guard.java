package dev.replaylint.catalog;

/** What a call makes of exceptions: of those that functions given to it throw, or of one that it is given itself. */
public enum Guard implements Fact {
    /** Catches whatever the functions throw, errors included; {@link CatalogEntry#from()} are the functions. */
    CATCHES_THROWABLE("catches-throwable"),
    /** Catches what the functions throw, but no errors, and runs them again or gives something else instead. */
    CATCHES_EXCEPTION("catches-exception"),
    /** Passes exceptions on, but lets what it remembers of earlier calls decide whether the functions run at all. */
    DECIDES_BY_MEMORY("decides-by-memory"),
    /** Throws the exception it is given; if it is given a class, too, then exceptions of that class. */
    RETHROWS("rethrows");

    private final String keyword;

    Guard(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
