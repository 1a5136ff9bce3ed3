package dev.replaylint.catalog;

/** When and where a call runs the functions that it is given. */
public enum Functions implements Fact {
    /** Before it returns, on the caller's thread: what holds for a platform method that has no entry. */
    IN_PLACE("calls-in-place"),
    /** On another thread, or possibly on one. */
    ELSEWHERE("calls-elsewhere"),
    /** Not now: the destination keeps them, and whoever uses the destination calls them. */
    KEPT("keeps-function"),
    /** Before it returns, those that an operand has kept. */
    CALLS_KEPT("calls-kept");

    private final String keyword;

    Functions(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
