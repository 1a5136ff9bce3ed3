package dev.replaylint.catalog;

/** Whether a call leaves anything of what its receiver held. */
public enum Renewal implements Fact {
    /** Afterwards the receiver holds what it is given, or what it held when it was made, and nothing else. */
    RENEWS("renews");

    private final String keyword;

    Renewal(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
