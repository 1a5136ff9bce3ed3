package dev.replaylint.report.ci;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.program.Location;
import dev.replaylint.report.Golden;
import dev.replaylint.report.HostileText;
import dev.replaylint.report.Report;
import dev.replaylint.report.RunnerCommands;
import dev.replaylint.report.RunnerCommands.Command;
import dev.replaylint.report.SampleReport;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Annotations as GitHub's runner reads them. */
final class GitHubAnnotationsTest {

    private static final String FILES = "the summary";

    private static GitHubAnnotations of(Report report, Map<String, Integer> room) {
        return GitHubAnnotations.of(report, SampleReport.CONTEXT, room, FILES);
    }

    @Test
    void findingsAreCommands() throws IOException {
        List<String> lines = of(SampleReport.full(), GitHubAnnotations.room()).lines();
        Golden.check("annotations.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void theRunnerReadsWhatWasMeant() {
        List<String> lines = of(SampleReport.full(), GitHubAnnotations.room()).lines();
        Command command = RunnerCommands.in(lines.get(1)).get(0);
        assertThat(command.name()).isEqualTo("error");
        assertThat(command.properties())
                .containsExactly(
                        "file", "orders/src/main/java/shop/Grüße & \"Preise\".java",
                        "line", "17",
                        "col", "24",
                        "title", "wall-clock");
        assertThat(command.data().lines().toList())
                .containsExactly(
                        "`Instant.now` returns another time on every replay",
                        "replayed from OrderHandler.handleRequest (OrderHandler.java:40) > Prices.total (Grüße & \"Preise\".java:17)",
                        "help: read the clock inside a step")
                .inOrder();
    }

    @Test
    void pathsAreRelativeToTheWorkspace() {
        GitHubAnnotations annotations = GitHubAnnotations.of(
                SampleReport.full(),
                SampleReport.CONTEXT.withRoot(Path.of("/repo/orders")),
                GitHubAnnotations.room(),
                FILES);
        assertThat(annotations.lines().get(0)).startsWith("::error file=src/main/java/shop/B.java,line=7,");
    }

    @Test
    void noLevelHasMoreThanItsTen() {
        Map<Severity, Integer> counts = Map.of(Severity.ERROR, 12, Severity.WARNING, 10, Severity.INFO, 10);
        GitHubAnnotations annotations = of(report(counts), GitHubAnnotations.room());
        assertThat(count(annotations)).containsExactly("error", 10, "warning", 10, "notice", 10);
        assertThat(annotations.lines().get(29))
                .isEqualTo("::notice title=replay-lint::replay-lint found 3 more in orders: see the summary");
        assertThat(annotations.rest()).isEmpty();
    }

    @Test
    void modulesShareTheRoomOfTheirStep() {
        Map<String, Integer> room = GitHubAnnotations.room();
        of(report(Map.of(Severity.ERROR, 11)), room);
        GitHubAnnotations second = of(report(Map.of(Severity.ERROR, 2, Severity.WARNING, 1)), room);
        assertThat(count(second)).containsExactly("warning", 1);
        assertThat(second.rest()).hasValue("replay-lint found 2 more in orders: see the summary");
    }

    @Test
    void aCleanReportHasNone() {
        assertThat(of(SampleReport.clean(), GitHubAnnotations.room()).lines()).isEmpty();
    }

    @Test
    void hostileTextGivesNoOrders() {
        Map<String, Integer> room = GitHubAnnotations.room();
        room.replaceAll((level, left) -> 1000);
        List<String> lines = of(HostileText.report(), room).lines();
        assertThat(lines).hasSize(2 * HostileText.ALL.size());
        for (String line : lines) {
            List<Command> commands = RunnerCommands.in(line);
            assertWithMessage(line).that(commands).hasSize(1);
            assertWithMessage(line).that(commands.get(0).name()).isEqualTo("error");
            assertWithMessage(line)
                    .that(commands.get(0).properties().keySet())
                    .containsAtLeast("file", "line", "title");
            assertWithMessage(line)
                    .that(RunnerCommands.in(commands.get(0).data()))
                    .isEmpty();
            assertWithMessage(line)
                    .that(line.codePoints().anyMatch(Character::isISOControl))
                    .isFalse();
        }
    }

    private static Map<String, Integer> count(GitHubAnnotations annotations) {
        Map<String, Integer> counts = new HashMap<>();
        RunnerCommands.in(String.join("\n", annotations.lines())).forEach(c -> counts.merge(c.name(), 1, Integer::sum));
        return counts;
    }

    private static Report report(Map<Severity, Integer> counts) {
        List<Finding> findings = new ArrayList<>();
        counts.forEach((severity, count) -> {
            for (int i = 0; i < count; i++) {
                Location at = new Location("shop/A.java", 1 + i, 1);
                findings.add(new Finding(
                        "wall-clock", severity, at, "A.b", "`x`", List.of(new Frame("A.b", at)), "help", "key"));
            }
        });
        return new Report(findings, SampleReport.clean().coverage(), List.of(), List.of());
    }
}
