package dev.replaylint.catalog;

/** What a call does with pairs of keys and values, as the entries of a map are. */
public enum Pairing implements Fact {
    /** Gives the keys of an operand, or goes by them. */
    KEYS("keys-of"),
    /** Gives or changes the values of an operand, or goes by them. */
    VALUES("values-of"),
    /**
     * Puts pairs together: of the first operand and what else there is, or, where none are named, of the arguments by turns. Of a
     * collector, operands are the functions that make keys and values of its elements.
     */
    PAIRS("pairs");

    private final String keyword;

    Pairing(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }
}
