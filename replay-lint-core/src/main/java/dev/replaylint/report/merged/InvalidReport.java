package dev.replaylint.report.merged;

/** A file that is no whole report of replay-lint; the message says where and what to do. */
public final class InvalidReport extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidReport(String message) {
        super(message);
    }
}
