package dev.replaylint.durable.sdk;

/** What replay does with code. */
public enum Region {
    /** Runs again on every invocation: handlers, child contexts, map and branch functions, retried blocks, and all they call. */
    REPLAYED,
    /** Runs until its result is stored, then never again: steps, callback submitters, condition checks. */
    CHECKPOINTED,
    /** Runs once per sandbox: constructors of handlers and static initializers. */
    INITIALIZATION
}
