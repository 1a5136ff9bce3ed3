package dev.replaylint.catalog;

/** What instances of a type are, seen as state that outlives a call. */
public enum TypeFact implements Fact {
    /** Instances can be changed through their methods: collections, counters, caches, holders. */
    MUTABLE("mutable"),
    /** Instances hold one value per thread. */
    THREAD_LOCAL("thread-local"),
    /** Instances never change, although a supertype's may. */
    IMMUTABLE("immutable");

    private final String keyword;

    TypeFact(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
