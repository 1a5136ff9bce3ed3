package dev.replaylint.catalog;

/** How many elements the collection, array or stream has that a call gives, or how great a number is. */
public enum Sizing implements Fact {
    /** As many as what it is made from. */
    AS_MANY("as-many"),
    /** No more than what it is made from. */
    NO_MORE("no-more"),
    /** No more than what the receiver has, and than a number that is given. */
    AT_MOST("at-most"),
    /** A number: the smallest of those that are given. */
    SMALLEST("smallest"),
    /** A number: the greatest of those that are given. */
    GREATEST("greatest"),
    /** A number: the first of those that are given, divided by the second. */
    DIVIDED("divided"),
    /** A number: the one that is given, without its fraction. */
    ROUNDED("rounded"),
    /** As many as all together that the function gives for the receiver's elements. */
    FLAT("flat"),
    /** Of a collector: one for each value that the first function gives. */
    KEYED("keyed"),
    /** As many as functions make or take that are given. */
    COMPUTED("computed"),
    /** One, or none. */
    SINGLE("single"),
    /** One for each argument. */
    LISTED("listed"),
    /** One for each two arguments. */
    LISTED_PAIRS("listed-pairs"),
    /** One for each number from the first argument on and before the second. */
    RANGE("range"),
    /** One for each number from the first argument to the second. */
    RANGE_CLOSED("range-closed");

    private final String keyword;

    Sizing(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
