package dev.replaylint.catalog;

/** What a call does besides computing its result from its operands. */
public enum Effect implements Fact {
    /** Reads a clock. */
    CLOCK("clock"),
    /** Draws a random value, or makes a generator that nobody seeded. */
    RANDOM("random"),
    /**
     * Reads an environment variable or a property: fixed for a published version, except the names listed as varying.
     */
    ENVIRONMENT("environment"),
    /**
     * Reads data that another invocation of the same execution sees differently: request id, host, process, thread,
     * memory.
     */
    INVOCATION_DATA("invocation-data"),
    /** Reads from outside the process. */
    IO_READ("io-read"),
    /** Changes something outside the process, or may: a call whose direction is not known counts as a write. */
    IO_WRITE("io-write"),
    /** Starts another thread, hands work to one, or waits for its signal. */
    THREAD("thread"),
    /** Holds the thread for a time. */
    SLEEP("sleep"),
    /** Writes a log record. */
    LOG("log"),
    /** Prints to standard output or standard error. */
    CONSOLE("console"),
    /** Records a measurement or a trace span. */
    METRIC("metric"),
    /** Says what log records carry that are written later. */
    LOG_CONTEXT("log-context"),
    /** Has no effect worth a finding; code of the library need not be looked into. */
    PURE("pure"),
    /**
     * Takes back what a wider entry says: the catalogue is silent, code of the library is looked into. Never an answer.
     */
    NONE("none");

    private final String keyword;

    Effect(String keyword) {
        this.keyword = keyword;
    }

    @Override
    public String keyword() {
        return keyword;
    }

    /** Whether the call leaves or enters the process: file, network, database, another process. */
    public boolean isIo() {
        return this == IO_READ || this == IO_WRITE;
    }

    /** Whether the call only tells people something: logs, prints, measures, or says what log records carry. */
    public boolean isOutput() {
        return this == LOG || this == CONSOLE || this == METRIC || this == LOG_CONTEXT;
    }

    /** Whether the call's result may differ when the same code runs again. */
    public boolean isVaryingValue() {
        return switch (this) {
            case CLOCK, RANDOM, ENVIRONMENT, INVOCATION_DATA, IO_READ -> true;
            default -> false;
        };
    }
}
