package dev.replaylint.durable.key;

/** What an idempotency key is made of. */
sealed interface KeyPart {

    /** A literal or constant. */
    record Literal() implements KeyPart {}

    /**
     * What is the same at one place of the code in every execution.
     *
     * @param label what there is to call it
     */
    record Place(String label) implements KeyPart {}

    /**
     * What another attempt or another invocation sees differently.
     *
     * @param label what gives it, as part of a sentence
     * @param fault who sees another one
     */
    record Varying(String label, GivenKey.Fault fault) implements KeyPart {}

    /** Anything else, such as the input and results of steps. */
    record Other() implements KeyPart {}
}
