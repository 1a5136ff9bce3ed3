package dev.replaylint.report;

import dev.replaylint.program.Problem;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.RuleInfo;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import java.util.List;

/**
 * The result of one analysis.
 *
 * @param findings what is to be acted upon, sorted
 * @param coverage what was looked at
 * @param problems what could not be read or analysed, sorted
 * @param rules the rules that ran, sorted by name
 * @param workflows the operations of each entry point, if they were asked for
 * @param suppressed findings that are not to be acted upon, sorted
 */
public record Report(
        List<Finding> findings,
        Coverage coverage,
        List<Problem> problems,
        List<RuleInfo> rules,
        List<Workflow> workflows,
        List<Suppressed> suppressed) {

    public Report {
        findings = findings.stream().sorted().toList();
        problems = problems.stream().sorted().toList();
        rules = List.copyOf(rules);
        workflows = List.copyOf(workflows);
        suppressed = suppressed.stream().sorted().toList();
    }

    /** A report in which nothing is suppressed. */
    public Report(
            List<Finding> findings,
            Coverage coverage,
            List<Problem> problems,
            List<RuleInfo> rules,
            List<Workflow> workflows) {
        this(findings, coverage, problems, rules, workflows, List.of());
    }

    /** A report without workflows. */
    public Report(List<Finding> findings, Coverage coverage, List<Problem> problems, List<RuleInfo> rules) {
        this(findings, coverage, problems, rules, List.of());
    }

    /** Whether project code was left out, so that missing findings prove nothing. */
    public boolean incomplete() {
        return problems.stream().anyMatch(Problem::lost);
    }

    /** How many findings are suppressed in this way. */
    public long count(Suppressed.How how) {
        return suppressed.stream().filter(s -> s.how() == how).count();
    }

    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Whether any finding is as bad as the threshold or worse. */
    public boolean fails(Severity threshold) {
        return findings.stream().anyMatch(f -> f.severity().atLeast(threshold));
    }
}
