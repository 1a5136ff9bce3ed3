package dev.replaylint.report.html;

import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.rule.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the report as one HTML file that works from disk and loads nothing. */
public final class HtmlWriter implements ReportWriter {

    @Override
    public boolean needsWorkflows() {
        return true;
    }

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        out.append(new Page(report, context).html());
    }

    /** Findings in the order in which people want to see them: worst first, then by place. */
    static List<Numbered> numbered(Report report) {
        List<Finding> sorted =
                report.findings().stream().sorted(Finding.WORST_FIRST).toList();
        List<Numbered> numbered = new ArrayList<>();
        sorted.forEach(f -> numbered.add(new Numbered(numbered.size() + 1, f)));
        return numbered;
    }
}
