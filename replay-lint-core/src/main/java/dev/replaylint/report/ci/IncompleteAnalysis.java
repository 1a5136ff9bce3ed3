package dev.replaylint.report.ci;

import dev.replaylint.program.Problem;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import java.util.List;

/** Code that was not analysed, as an entry next to those of the rules: formats without a place for it would look clean. */
final class IncompleteAnalysis {

    /** What stands where others have the name of a rule. */
    static final String NAME = "incomplete-analysis";

    private IncompleteAnalysis() {}

    static List<Problem> of(Report report, ReportContext context) {
        return context.problems(report).stream().filter(Problem::lost).toList();
    }

    static String message(Problem problem) {
        return problem.reason() + "; it was not analysed";
    }
}
