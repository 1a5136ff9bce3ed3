package dev.replaylint.catalog;

/** What a call does to the order in which elements come. */
public enum Order implements Fact {
    /** The destination's elements come in no fixed order, whatever the operands' order. */
    UNORDERED("unordered"),
    /** The destination's elements come in the order of the operands named by {@link CatalogEntry#from()}. */
    CARRIES("carries-order"),
    /** The destination has those of the operands' elements that the call's function lets pass, in their order. */
    FILTERS("filters-order"),
    /** The result is put together of elements in the operands' order, by the function among these. */
    FOLDS("folds-order"),
    /** The elements come in the order of the operands, but functions are given them in no fixed order. */
    PARALLEL("parallel-order"),
    /** The destination starts empty and keeps the order in which elements are added. */
    INSERTION("insertion-order"),
    /** The destination's elements come in an order that depends on the elements alone. */
    FIXES("fixes-order"),
    /** The result does not depend on the order of the operands. */
    FREE("order-free");

    private final String keyword;

    Order(String keyword) {
        this.keyword = keyword;
    }

    /** Whether the destination's elements come in the operands' order, be it all of them or some. */
    public boolean carries() {
        return this == CARRIES || this == FILTERS;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
