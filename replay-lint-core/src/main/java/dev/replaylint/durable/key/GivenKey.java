package dev.replaylint.durable.key;

import dev.replaylint.durable.flow.CallPath;

/**
 * An idempotency key that does not do what a key is for.
 *
 * @param path to the call that is given the key, on a way on which it is wrong
 * @param name what the key is called there
 * @param made what it is made of: what gives another value each time, or what all executions have in common, as part of a
 *     sentence
 */
public record GivenKey(CallPath path, String name, Fault fault, String made) {

    /** What is wrong with a key. */
    public enum Fault {
        /** Another attempt has another one. */
        VARYING,
        /** Another sandbox has another one. */
        OF_SANDBOX,
        /** Another attempt that the handler asks for has another one, which may be meant: the one before has failed. */
        OF_RETRY,
        /** Other executions have the same. */
        COLLIDING
    }
}
