package dev.replaylint.report;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.Location;
import dev.replaylint.report.html.HtmlWriter;
import dev.replaylint.report.markdown.MarkdownWriter;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What is suppressed is counted and listed everywhere, and open nowhere. */
final class SuppressedReportTest {

    private static final Path ROOT = Path.of("/repo");
    private static final ReportContext CONTEXT = new ReportContext("orders", ROOT, ROOT, Map.of(), "0.1.0");

    private static final Report REPORT = new Report(
            List.of(),
            new Coverage(1, 2, 3, 3, 0, 10, 0, 0, List.of()),
            List.of(),
            Rules.infos(),
            List.of(),
            List.of(
                    suppressed(3, Suppressed.How.CODE, "only printed"),
                    suppressed(4, Suppressed.How.CODE, ""),
                    suppressed(5, Suppressed.How.CONFIGURATION, "never deployed"),
                    suppressed(6, Suppressed.How.BASELINE, "")));

    private static Suppressed suppressed(int line, Suppressed.How how, String reason) {
        Location at = new Location("shop/A.java", line, 7);
        List<Frame> path = List.of(new Frame("A.pay", at));
        Finding finding = new Finding(
                "wall-clock", Severity.ERROR, at, "A.pay", "`now` differs", path, "help", "wall-clock|shop.A|pay|now");
        return new Suppressed(finding, how, reason);
    }

    private static String written(ReportWriter writer) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(REPORT, CONTEXT, out);
        return out.toString();
    }

    private static JsonNode json(ReportWriter writer) throws IOException {
        return new ObjectMapper().readTree(written(writer));
    }

    @Test
    void theSummaryCounts() {
        assertThat(ConsoleText.summary(REPORT, 0.1))
                .endsWith(
                        "no problems (1 accepted in the baseline, 2 suppressed in the code, 1 excluded by the configuration) (0.1 s)");
        assertThat(ConsoleText.entries(REPORT, CONTEXT)).isEmpty();
        assertThat(REPORT.fails(Severity.INFO)).isFalse();
    }

    @Test
    void jsonSaysWhereAndWhy() throws IOException {
        JsonNode document = json(new JsonWriter());
        assertThat(document.at("/findings").size()).isEqualTo(0);
        assertThat(document.at("/suppressed").size()).isEqualTo(4);
        assertThat(document.at("/suppressed/0/line").asInt()).isEqualTo(3);
        assertThat(document.at("/suppressed/0/suppression").toString())
                .isEqualTo("{\"in\":\"code\",\"reason\":\"only printed\"}");
        assertThat(document.at("/suppressed/3/suppression").toString())
                .isEqualTo("{\"in\":\"baseline\",\"reason\":\"\"}");
    }

    @Test
    void sarifOnlyCountsUnlessAsked() throws IOException {
        JsonNode run = json(new SarifWriter()).at("/runs/0");
        assertThat(run.at("/results").size()).isEqualTo(0);
        assertThat(run.at("/properties").toString())
                .isEqualTo("{\"suppressedInBaseline\":1,\"suppressedInCode\":2,\"suppressedInConfiguration\":1}");
    }

    @Test
    void sarifMarksWhatIsSuppressed() throws IOException {
        JsonNode results = json(new SarifWriter(true)).at("/runs/0/results");
        assertThat(results.size()).isEqualTo(4);
        assertThat(results.at("/0/suppressions").toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"only printed\"}]");
        assertThat(results.at("/1/suppressions").toString()).isEqualTo("[{\"kind\":\"inSource\"}]");
        assertThat(results.at("/2/suppressions").toString())
                .isEqualTo("[{\"kind\":\"external\",\"justification\":\"never deployed\"}]");
        assertThat(results.at("/2/baselineState").isMissingNode()).isTrue();
        assertThat(results.at("/3/suppressions").toString()).isEqualTo("[{\"kind\":\"external\"}]");
        assertThat(results.at("/3/baselineState").asString()).isEqualTo("unchanged");
        assertThat(SarifWriterTest.problems(written(new SarifWriter(true)))).isEmpty();
    }

    @Test
    void pagesListThemWithTheirReasons() throws IOException {
        String html = written(new HtmlWriter());
        assertThat(html).contains("No problems found (1 accepted in the baseline, 2 suppressed in the code");
        assertThat(html).contains("<summary>2 suppressed in the code</summary>");
        assertThat(html).contains("Reason: only printed");
        String markdown = written(new MarkdownWriter());
        assertThat(markdown).contains("**No problems found** (1 accepted in the baseline");
        assertThat(markdown).contains(" | suppressed in the code | only printed |");
        assertThat(markdown).contains(" | excluded by the configuration | never deployed |");
    }
}
