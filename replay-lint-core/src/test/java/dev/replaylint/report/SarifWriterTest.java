package dev.replaylint.report;

import static com.google.common.truth.Truth.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** SARIF as the schema and the code hosts want it. */
final class SarifWriterTest {

    private static final Coverage COVERAGE = new Coverage(1, 2, 3, 3, 0, 10, 0, 0, List.of());

    private static final ReportContext CONTEXT = new ReportContext(
            "orders",
            Path.of("/repo"),
            Path.of("/repo"),
            Map.of("shop/Grüße A.java", Path.of("/repo/orders/src/main/java/shop/Grüße A.java")),
            "0.1.0");

    @Test
    void everythingThatFixturesYieldIsValid() throws IOException {
        assertThat(problems(sarif(Fixtures.fromSources()))).isEmpty();
        assertThat(problems(sarif(Fixtures.fromClasses()))).isEmpty();
    }

    @Test
    void whatIsSuppressedIsValid() throws IOException {
        StringBuilder out = new StringBuilder();
        new SarifWriter(true).write(HostileText.report(), CONTEXT, out);
        assertThat(problems(out.toString())).isEmpty();
    }

    @Test
    void hostileNamesStayValid() throws IOException {
        String hostile = "\u0000\u001b[2J##[stop-commands]x::error::\u202e\u2028\ud800\"}],\\ </script>";
        Report report = report(List.of(finding(hostile, 3)), List.of());
        String written = sarif(report);
        assertThat(problems(written)).isEmpty();
        JsonNode message = new ObjectMapper().readTree(written).at("/runs/0/results/0/message/text");
        assertThat(message.asString()).startsWith(hostile);
    }

    @Test
    void aBrokenDocumentIsNotValid() throws IOException {
        assertThat(problems(sarif(report(List.of(), List.of())).replace("\"runs\"", "\"walks\"")))
                .isNotEmpty();
    }

    @Test
    void regionsHaveOneLineAndPathsAreRelativeToTheRepository() throws IOException {
        JsonNode place = new ObjectMapper()
                .readTree(sarif(report(List.of(finding("text", 3)), List.of())))
                .at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString())
                .isEqualTo("orders/src/main/java/shop/Gr%C3%BC%C3%9Fe%20A.java");
        assertThat(place.at("/artifactLocation/uriBaseId").asString()).isEqualTo("%SRCROOT%");
        assertThat(place.at("/region").toString()).isEqualTo("{\"startLine\":3,\"startColumn\":7}");
    }

    @Test
    void equalFindingsHaveFingerprintsOfTheirOwn() throws IOException {
        JsonNode results = new ObjectMapper()
                .readTree(sarif(report(List.of(finding("text", 3), finding("text", 4)), List.of())))
                .at("/runs/0/results");
        assertThat(results.get(0).at("/partialFingerprints").toString())
                .isNotEqualTo(results.get(1).at("/partialFingerprints").toString());
    }

    @Test
    void anIncompleteAnalysisIsNoSuccess() throws IOException {
        Problem problem = new Problem("/repo/orders/src/main/java/shop/B.java", 7, "cannot be parsed", true);
        String written = sarif(report(List.of(), List.of(problem)));
        JsonNode invocation = new ObjectMapper().readTree(written).at("/runs/0/invocations/0");
        assertThat(problems(written)).isEmpty();
        assertThat(invocation.at("/executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asString())
                .isEqualTo("orders/src/main/java/shop/B.java:7 cannot be parsed");
    }

    private static Finding finding(String message, int line) {
        Location location = new Location("shop/Grüße A.java", line, 7);
        List<Frame> path = List.of(new Frame("A.handle", location), new Frame("B.clock", location));
        return new Finding("wall-clock", Severity.ERROR, location, "A.handle", message, path, "help", "key");
    }

    private static Report report(List<Finding> findings, List<Problem> problems) {
        return new Report(findings, COVERAGE, problems, Rules.infos());
    }

    private static String sarif(Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        new SarifWriter().write(report, CONTEXT, out);
        return out.toString();
    }

    static List<?> problems(String document) throws IOException {
        return Schemas.problems(document, "sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);
    }
}
