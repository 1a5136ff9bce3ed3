package dev.replaylint.report;

import java.io.IOException;

/** Writes a report in one format. */
public interface ReportWriter {

    /** Writes the whole document, with {@code \n} as line end. */
    void write(Report report, ReportContext context, Appendable out) throws IOException;
}
