package dev.replaylint.durable.settings;

import dev.replaylint.durable.flow.Term;

/** What is known of a value while a strategy decides about one attempt. */
sealed interface Fact {

    /**
     * A number.
     *
     * @param counted whether the number of the attempt is part of it
     */
    record Number(double value, boolean counted) implements Fact {}

    /** Yes or no. */
    record Truth(boolean value) implements Fact {}

    /** A value from outside of the strategy that stays what it is. */
    record Outer(Term term) implements Fact {}

    /** Values that are not known. */
    enum Open implements Fact {
        /** May be the same in every attempt: made of the failure or the state, of constants and settings. */
        SAME,
        /** May change from one attempt to the next. */
        UNSURE
    }
}
