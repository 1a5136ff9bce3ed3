package dev.replaylint.source.attribution;

/** How sure it is which method a call means. */
public enum Confidence {
    /** One method is applicable and most specific. */
    EXACT,
    /** The receiver's type is known, but not its class or no such method; the call is taken at its word. */
    ASSUMED,
    /** Several methods of one class fit; one of them is given. */
    AMBIGUOUS
}
