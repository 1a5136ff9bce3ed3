package dev.replaylint.catalog;

/** Whether a call tells that what its receiver goes through has come to its end, so that a loop on its answer ends. */
public enum Exhaustion implements Fact {
    /** Asks whether there is more, or takes the receiver on and gives something else at the end. */
    COMES_TO_END("comes-to-end");

    private final String keyword;

    Exhaustion(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
