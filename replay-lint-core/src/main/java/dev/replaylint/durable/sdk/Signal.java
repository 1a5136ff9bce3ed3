package dev.replaylint.durable.sdk;

/** The exceptions by which the SDK ends an invocation from inside an operation: they are not for the workflow to handle. */
public enum Signal {
    /** The operation has no result yet; the execution goes on in a later invocation. */
    SUSPENSION(DurableSdk.SUSPENSION),
    /** This invocation cannot go on: replay took another way, or a checkpoint could not be written. */
    UNRECOVERABLE(DurableSdk.UNRECOVERABLE);

    private final String exception;

    Signal(String exception) {
        this.exception = exception;
    }

    /** Binary name of the class of the exception. */
    public String exception() {
        return exception;
    }
}
