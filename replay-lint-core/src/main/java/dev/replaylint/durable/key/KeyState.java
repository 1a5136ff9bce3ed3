package dev.replaylint.durable.key;

/** What is known of the idempotency key of a write. */
public enum KeyState {
    /** It is given. */
    GIVEN,
    /** It is not given, and so there is none. */
    MISSING,
    /** It is not given, and so the client makes up another one for each call. */
    FILLED,
    /** The API has none. */
    NONE,
    /** None is asked for: the catalogue knows no key, or the call repeats without harm. */
    UNASKED,
    /** It cannot be told. */
    UNKNOWN
}
