package dev.replaylint.report;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.program.Location;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What viewers of SARIF show of findings. */
final class SarifResultsTest {

    private static final ReportContext CONTEXT = new ReportContext(
            "orders",
            Path.of("/repo"),
            Path.of("/repo"),
            Map.of("shop/A.java", Path.of("/repo/src/shop/A.java")),
            "0.1.0");

    private static Finding finding(Severity severity, int line, Optional<Location> reaches) {
        Location at = new Location("shop/A.java", line, 7);
        List<Frame> path = List.of(new Frame("A.handle", new Location("shop/A.java", 1, 5)), new Frame("B.clock", at));
        return new Finding(
                "wall-clock",
                severity,
                at,
                "A.handle",
                "`now` changes",
                path,
                "use a step",
                "key",
                reaches,
                Optional.empty());
    }

    private static JsonNode run(List<Finding> findings, List<Suppressed> suppressed) throws IOException {
        Report report =
                new Report(findings, SampleReport.clean().coverage(), List.of(), Rules.infos(), List.of(), suppressed);
        StringBuilder out = new StringBuilder();
        new SarifWriter(true).write(report, CONTEXT, out);
        return new ObjectMapper().readTree(out.toString()).at("/runs/0");
    }

    @Test
    void theMessageLinksToTheOperationThatIsReached() throws IOException {
        Location operation = new Location("shop/A.java", 9, 3);
        JsonNode result = run(List.of(finding(Severity.ERROR, 4, Optional.of(operation))), List.of())
                .at("/results/0");
        assertThat(result.at("/message/text").asString()).isEqualTo("`now` changes ([operation](1)); use a step");
        JsonNode related = result.at("/relatedLocations/0");
        assertThat(related.get("id").asInt()).isEqualTo(1);
        assertThat(related.at("/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("src/shop/A.java");
        assertThat(related.at("/physicalLocation/region/startLine").asInt()).isEqualTo(9);
        assertThat(related.at("/message/text").asString()).isEqualTo("the operation that this reaches");
    }

    @Test
    void whatReachesNothingElseHasNoLink() throws IOException {
        Location itself = new Location("shop/A.java", 4, 7);
        JsonNode results = run(
                        List.of(
                                finding(Severity.ERROR, 3, Optional.empty()),
                                finding(Severity.ERROR, 4, Optional.of(itself))),
                        List.of())
                .get("results");
        for (JsonNode result : results) {
            assertThat(result.has("relatedLocations")).isFalse();
            assertThat(result.at("/message/text").asString()).isEqualTo("`now` changes; use a step");
        }
    }

    @Test
    void theWayFromTheHandlerIsACodeFlow() throws IOException {
        JsonNode flow = run(List.of(finding(Severity.ERROR, 4, Optional.empty())), List.of())
                .at("/results/0/codeFlows/0");
        assertThat(flow.at("/message/text").asString()).isEqualTo("replayed from A.handle");
        JsonNode steps = flow.at("/threadFlows/0/locations");
        assertThat(steps.valueStream().map(s -> s.at("/location/message/text").asString()))
                .containsExactly("A.handle", "B.clock")
                .inOrder();
        assertThat(steps.valueStream().map(s -> s.get("nestingLevel").asInt()))
                .containsExactly(0, 1)
                .inOrder();
    }

    @Test
    void theMildestAreLeftOutOfMoreThanCodeHostsTake() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= 5_500; line++) {
            findings.add(finding(line > 5_400 ? Severity.ERROR : Severity.INFO, line, Optional.empty()));
        }
        Suppressed accepted = new Suppressed(finding(Severity.ERROR, 1, Optional.empty()), Suppressed.How.CODE, "why");
        JsonNode run = run(findings, List.of(accepted));
        JsonNode results = run.get("results");
        assertThat(results.size()).isEqualTo(5_000);
        assertThat(results.valueStream()
                        .filter(r -> r.get("level").asString().equals("error"))
                        .count())
                .isEqualTo(100);
        assertThat(results.get(4_999).at("/partialFingerprints/replayLint~1v1").asString())
                .isEqualTo("key|5500");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .isEqualTo("501 of the mildest results are left out, since code hosts take 5000; "
                        + "replay-lint.json has all");
        assertThat(SarifWriterTest.problems("{\"version\":\"2.1.0\",\"runs\":[" + run + "]}"))
                .isEmpty();
    }

    @Test
    void thereIsNoAbsolutePath() throws IOException {
        StringBuilder out = new StringBuilder();
        new SarifWriter(true).write(Fixtures.fromSources(), CONTEXT, out);
        assertThat(out.toString()).doesNotContain(Path.of("").toAbsolutePath().toString());
        assertThat(out.toString()).doesNotContain("file:");
    }
}
