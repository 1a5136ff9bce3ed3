package dev.replaylint.report.markdown;

import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Coverage;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.report.workflow.Fact;
import dev.replaylint.report.workflow.OperationFacts;
import dev.replaylint.report.workflow.Review;
import dev.replaylint.report.workflow.Workflow;
import dev.replaylint.report.workflow.WorkflowNode.Operation;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown that fits into a comment on a pull request: the findings, and what of each workflow there is room for. */
public final class MarkdownWriter implements ReportWriter {

    /** Code hosts take comments of up to 65,536 characters. */
    private static final int ROOM = 60_000;

    private static final int MOST_FINDINGS = 50;
    private static final int MOST_OPERATIONS = 100;

    @Override
    public boolean needsWorkflows() {
        return true;
    }

    @Override
    public void write(Report report, ReportContext context, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("## replay-lint: ")
                .append(MarkdownText.of(context.module()))
                .append("\n\n");
        text.append(verdict(report)).append("\n\n");
        findings(report, context, text);
        suppressed(report, context, text);
        int left = 0;
        for (Workflow workflow : report.workflows()) {
            String section = workflow.nodes().isEmpty() ? "" : section(workflow);
            if (text.length() + section.length() > ROOM) {
                left++;
            } else {
                text.append(section);
            }
        }
        if (left > 0) {
            text.append("There is no room for ")
                    .append(left == 1 ? "one more workflow" : left + " more workflows")
                    .append("; the HTML report has all of them.\n\n");
        }
        coverage(report.coverage(), text);
        out.append(text);
    }

    private static String verdict(Report report) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > 0) {
                parts.add(ConsoleText.counted(report.count(severity), severity));
            }
        }
        String found = parts.isEmpty() ? "No problems found" : String.join(", ", parts);
        return "**" + found + "**" + ConsoleText.apart(report)
                + (report.incomplete() ? " – incomplete: some of the code could not be analysed" : "");
    }

    private static void findings(Report report, ReportContext context, StringBuilder text) {
        List<Finding> sorted = report.findings().stream()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> rows = sorted.stream().map(f -> row(f, context) + " |").toList();
        rows("| Severity | Place | What happens on replay | Rule |\n|---|---|---|---|", rows, text);
    }

    private static void suppressed(Report report, ReportContext context, StringBuilder text) {
        if (report.suppressed().isEmpty()) {
            return;
        }
        text.append("<details><summary>Not to be acted upon</summary>\n\n");
        List<String> rows = report.suppressed().stream()
                .map(s -> row(s.finding(), context) + " | " + s.how().label() + " | " + MarkdownText.of(s.reason())
                        + " |")
                .toList();
        rows(
                "| Severity | Place | What happens on replay | Rule | Decision | Reason |\n|---|---|---|---|---|---|",
                rows,
                text);
        text.append("</details>\n\n");
    }

    private static void rows(String head, List<String> rows, StringBuilder text) {
        if (rows.isEmpty()) {
            return;
        }
        text.append(head).append('\n');
        rows.stream().limit(MOST_FINDINGS).forEach(r -> text.append(r).append('\n'));
        if (rows.size() > MOST_FINDINGS) {
            text.append("\n").append(rows.size() - MOST_FINDINGS).append(" more are in the files of the report.\n");
        }
        text.append('\n');
    }

    private static String row(Finding finding, ReportContext context) {
        String place = context.repositoryPath(finding.location()) + ":"
                + finding.location().line();
        return "| " + finding.severity().label() + " | " + MarkdownText.code(place) + " | "
                + MarkdownText.sentence(finding.message()) + " | " + MarkdownText.code(finding.rule());
    }

    private static String section(Workflow workflow) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(MarkdownText.of(workflow.handler())).append("\n\n");
        for (Review.Answer answer : Review.of(workflow)) {
            text.append("- ")
                    .append(answer.tone() == Fact.Tone.ALERT ? "⚠ " : "")
                    .append("**")
                    .append(answer.question())
                    .append("** ")
                    .append(answer.sentences().stream()
                            .map(MarkdownText::sentence)
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        text.append("\n<details><summary>Operations</summary>\n\n");
        table(workflow, text);
        text.append("\n</details>\n\n<details><summary>Workflow</summary>\n\n```mermaid\n");
        new Mermaid().lines(workflow).forEach(l -> text.append(l).append('\n'));
        return text.append("```\n\n</details>\n\n").toString();
    }

    private static void table(Workflow workflow, StringBuilder text) {
        text.append("| # | Operation | Kind | Attempts | Delivery | Timeout | Key | Worst count | Line |\n");
        text.append("|--:|---|---|---|---|---|---|---|---|\n");
        List<Operation> operations = workflow.operations();
        for (Operation operation : operations.subList(0, Math.min(operations.size(), MOST_OPERATIONS))) {
            OperationFacts facts = operation.facts();
            text.append("| ").append(operation.number()).append(" | ");
            text.append(MarkdownText.code(operation.label())).append(" | ");
            text.append(operation.kind().method()).append(" | ");
            List.of(facts.attempts(), facts.semantics(), facts.timeout(), facts.key(), facts.count())
                    .forEach(f -> text.append(MarkdownText.of(f.isGiven() ? f.text() : "–"))
                            .append(" | "));
            text.append(MarkdownText.code(operation.location().fileName() + ":"
                            + operation.location().line()))
                    .append(" |\n");
        }
        if (operations.size() > MOST_OPERATIONS) {
            text.append("\n").append(operations.size() - MOST_OPERATIONS).append(" more are in the HTML report.\n");
        }
    }

    private static void coverage(Coverage seen, StringBuilder text) {
        text.append("<sub>Looked at: ")
                .append(ConsoleText.count(seen.handlers(), "handler"))
                .append(", ")
                .append(ConsoleText.count(seen.operations(), "operation"))
                .append(", ")
                .append(seen.filesRead())
                .append(" of ")
                .append(ConsoleText.count(seen.files(), "file"))
                .append("; ")
                .append(ConsoleText.count(seen.unresolvedCalls(), "call"))
                .append(" with an unknown target.</sub>\n");
    }
}
