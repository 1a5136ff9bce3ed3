package com.acme.audit;

/** Writes what happened to a file. */
public final class Audit {

    private static final Journal JOURNAL = new FileJournal();

    private Audit() {}

    public static void record(String event) {
        JOURNAL.append(event);
    }
}
