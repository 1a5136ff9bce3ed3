package dev.replaylint.catalog;

/** What a call does to a lock, which is its receiver. */
public enum Locking implements Fact {
    /** The caller holds the lock afterwards. */
    ACQUIRES("acquires"),
    /** The caller no longer holds the lock. */
    RELEASES("releases");

    private final String keyword;

    Locking(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
