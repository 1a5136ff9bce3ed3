package dev.replaylint.report;

import dev.replaylint.program.Problem;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import java.util.List;

/**
 * The result of one analysis.
 *
 * @param findings sorted
 * @param coverage what was looked at
 * @param problems what could not be read or analysed, sorted
 * @param rules the rules that ran, sorted by name
 * @param workflows the operations of each entry point, if they were asked for
 */
public record Report(
        List<Finding> findings,
        Coverage coverage,
        List<Problem> problems,
        List<RuleInfo> rules,
        List<Workflow> workflows) {

    public Report {
        findings = findings.stream().sorted().toList();
        problems = problems.stream().sorted().toList();
        rules = List.copyOf(rules);
        workflows = List.copyOf(workflows);
    }

    /** A report without workflows. */
    public Report(List<Finding> findings, Coverage coverage, List<Problem> problems, List<RuleInfo> rules) {
        this(findings, coverage, problems, rules, List.of());
    }

    /** Whether project code was left out, so that missing findings prove nothing. */
    public boolean incomplete() {
        return problems.stream().anyMatch(Problem::lost);
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Whether any finding is as bad as the threshold or worse. */
    public boolean fails(Severity threshold) {
        return findings.stream().anyMatch(f -> f.severity().atLeast(threshold));
    }
}
