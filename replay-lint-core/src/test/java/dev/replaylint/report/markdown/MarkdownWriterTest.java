package dev.replaylint.report.markdown;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.report.Coverage;
import dev.replaylint.report.Flows;
import dev.replaylint.report.Golden;
import dev.replaylint.report.HostileText;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Markdown that can be put under a pull request whatever the analysed code is called. */
final class MarkdownWriterTest {

    private static final Pattern MERMAID_LINE = Pattern.compile(
            " *(flowchart TD|end|\\w+ --> \\w+|subgraph n\\d+ \\[\"[^\"`<>&]*\"]|\\w+(\\(\\[|\\[\\[|\\[/|\\[|>|\\(\\( |\\{ )"
                    + "(start|end|\"[^\"`<>&]*\")?(\\]\\)|]]|/]|]|\\)\\)|}))");

    @Test
    void aWorkflowIsWrittenAsItIs() throws IOException {
        Golden.check("everything.md", markdown(of(List.of(Flows.everything()))));
    }

    @Test
    void mermaidHasOnlyItsOwnLines() {
        for (String line : new Mermaid().lines(HostileText.report().workflows().get(0))) {
            assertWithMessage(line).that(line).matches(MERMAID_LINE);
        }
    }

    @Test
    void hostileTextStaysText() throws IOException {
        String text = markdown(HostileText.report());
        assertThat(text).doesNotContain("<script");
        assertThat(text).doesNotContain("<img");
        assertThat(text).doesNotContain("<svg");
        assertThat(text).doesNotContain("](");
        assertThat(text).doesNotContainMatch("(?m)^\\s*::");
        assertThat(text).doesNotContain("##[");
        assertThat(text).doesNotContain("@everyone");
        assertThat(text.codePoints()
                        .filter(c -> c != '\n' && Character.getType(c) == Character.CONTROL)
                        .toArray())
                .isEmpty();
        assertThat(text.lines().filter(l -> l.startsWith("```")).toList())
                .containsExactly("```mermaid", "```")
                .inOrder();
    }

    @Test
    void rowsHaveAllTheirCellsAndNoMore() throws IOException {
        List<String> lines = markdown(HostileText.report()).lines().toList();
        int columns = 0;
        for (String line : lines) {
            if (line.startsWith("|")) {
                int bars = line.split("\\|", -1).length;
                assertWithMessage(line).that(columns == 0 || bars == columns).isTrue();
                columns = bars;
            } else {
                columns = 0;
            }
        }
    }

    @Test
    void muchStillFitsIntoAComment() throws IOException {
        List<dev.replaylint.report.workflow.Workflow> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(Flows.large());
        }
        String text = markdown(of(many));
        assertThat(text.length()).isLessThan(65_536);
        assertThat(text).contains("There is no room for ");
    }

    private static Report of(List<dev.replaylint.report.workflow.Workflow> workflows) {
        return new Report(
                List.of(), new Coverage(1, 16, 3, 3, 0, 10, 0, 0, List.of()), List.of(), List.of(), workflows);
    }

    private static String markdown(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        Path root = Path.of("/repo");
        new MarkdownWriter().write(report, new ReportContext("orders", root, root, Map.of(), "0.1.0"), out);
        return out.toString();
    }
}
