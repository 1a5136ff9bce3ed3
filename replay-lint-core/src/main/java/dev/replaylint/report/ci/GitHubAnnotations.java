package dev.replaylint.report.ci;

import dev.replaylint.program.Problem;
import dev.replaylint.report.ConsoleText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Annotations on the lines of a pull request, as lines of output that GitHub's runner reads.
 *
 * @param lines the commands, worst first
 * @param rest what there is to say of findings without an annotation where there was no room for saying it; empty if all is said
 */
public record GitHubAnnotations(List<String> lines, Optional<String> rest) {

    /** GitHub shows ten annotations of a level of one step. */
    private static final int MOST = 10;

    private static final String REST = "rest";

    public GitHubAnnotations {
        lines = List.copyOf(lines);
    }

    /** How many annotations of each level a step can have; one notice is kept for what has none. */
    public static Map<String, Integer> room() {
        return new HashMap<>(Map.of("error", MOST, "warning", MOST, "notice", MOST - 1, REST, 1));
    }

    /** What to annotate: everything in the report that is to be acted upon. The only place that chooses. */
    private static List<WorkflowCommand> chosen(Report report, ReportContext context) {
        List<WorkflowCommand> chosen = new ArrayList<>();
        IncompleteAnalysis.of(report, context).forEach(p -> chosen.add(command(p, context)));
        report.findings().stream().sorted(Finding.WORST_FIRST).forEach(f -> chosen.add(command(f, context)));
        return chosen;
    }

    /**
     * The annotations of a report.
     *
     * @param context its root is the directory that the runner takes paths to be relative to
     * @param room what the step still has; what is used is taken off
     * @param files where those who look for the rest find it
     */
    public static GitHubAnnotations of(Report report, ReportContext context, Map<String, Integer> room, String files) {
        List<String> lines = new ArrayList<>();
        int left = 0;
        for (WorkflowCommand command : chosen(report, context)) {
            if (take(command.name(), room)) {
                lines.add(command.line());
            } else {
                left++;
            }
        }
        String rest = "replay-lint found " + left + " more in " + context.module() + ": see " + files;
        if (left > 0 && take(REST, room)) {
            lines.add(new WorkflowCommand("notice", Map.of("title", "replay-lint"), List.of(rest)).line());
            left = 0;
        }
        return new GitHubAnnotations(lines, left > 0 ? Optional.of(rest) : Optional.empty());
    }

    private static boolean take(String level, Map<String, Integer> room) {
        int left = room.getOrDefault(level, 0);
        room.put(level, Math.max(0, left - 1));
        return left > 0;
    }

    private static WorkflowCommand command(Problem problem, ReportContext context) {
        String message = IncompleteAnalysis.message(problem);
        return command("error", context.repositoryPath(problem), problem.line(), 0, IncompleteAnalysis.NAME, message);
    }

    private static WorkflowCommand command(Finding finding, ReportContext context) {
        List<String> message = new ArrayList<>(List.of(finding.message()));
        ConsoleText.replayedFrom(finding).ifPresent(message::add);
        message.add("help: " + finding.help());
        return command(
                finding.severity() == Severity.INFO
                        ? "notice"
                        : finding.severity().label(),
                context.repositoryPath(finding.location()),
                finding.location().line(),
                finding.location().column(),
                finding.rule(),
                message.toArray(String[]::new));
    }

    private static WorkflowCommand command(
            String level, String file, int line, int column, String title, String... message) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("file", file);
        properties.put("line", Integer.toString(Math.max(1, line)));
        if (column > 0) {
            properties.put("col", Integer.toString(column));
        }
        properties.put("title", title);
        return new WorkflowCommand(level, properties, List.of(message));
    }
}
