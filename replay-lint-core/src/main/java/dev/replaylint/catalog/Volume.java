package dev.replaylint.catalog;

/** How much a call gives. */
public enum Volume implements Fact {
    /** As much as there is: nothing in the call bounds it. */
    WHOLE("whole");

    private final String keyword;

    Volume(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
