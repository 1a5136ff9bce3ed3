package dev.replaylint.program;

/** How a call finds its target. */
public enum Dispatch {
    STATIC,
    /** By the receiver's class. */
    VIRTUAL,
    /** {@code super} calls, private methods and calls of another constructor on {@code this}. */
    SPECIAL,
    /** An allocation: the target is the constructor, the result the new object. */
    NEW
}
