package dev.replaylint.catalog;

/** What a call means for effects that may be made twice. */
public enum Delivery implements Fact {
    /** Calling it twice does what calling it once does, with everything that it calls. */
    IDEMPOTENT("idempotent"),
    /** Gives a request its idempotency key: {@link CatalogEntry#from()} is the key. */
    TAKES_KEY("takes-key"),
    /** Makes the writes of databases around it last together: they count as one. */
    TRANSACTION("transaction");

    private final String keyword;

    Delivery(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
