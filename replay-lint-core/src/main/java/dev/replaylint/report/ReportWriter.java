package dev.replaylint.report;

import java.io.IOException;

/** Writes a report in one format. */
public interface ReportWriter {

    /** Whether it writes the operations of handlers, which then have to be in the report. */
    default boolean needsWorkflows() {
        return false;
    }

    /** Writes the whole document, with {@code \n} as line end. */
    void write(Report report, ReportContext context, Appendable out) throws IOException;
}
