package dev.replaylint.report.merged;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.replaylint.program.Location;
import dev.replaylint.program.Problem;
import dev.replaylint.report.HostileText;
import dev.replaylint.report.JsonWriter;
import dev.replaylint.report.Report;
import dev.replaylint.report.ReportContext;
import dev.replaylint.report.ReportWriter;
import dev.replaylint.report.SampleReport;
import dev.replaylint.report.SarifWriter;
import dev.replaylint.rule.Finding;
import dev.replaylint.rule.Frame;
import dev.replaylint.rule.Severity;
import dev.replaylint.rule.Suppressed;
import dev.replaylint.rules.Rules;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reports that are read back and put together. */
final class MergedReportTest {

    /** What is read back knows no files: its paths are those of the repository. */
    private static final ReportContext AFTERWARDS =
            new ReportContext("orders", Path.of("/elsewhere"), Path.of("/elsewhere"), Map.of(), "0.1.0");

    private static String written(ReportWriter writer, Report report, ReportContext context) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(report, context, out);
        return out.toString();
    }

    private static ModuleReport readBack(Report report) throws IOException, InvalidReport {
        String json = written(new JsonWriter(), report, SampleReport.CONTEXT);
        return new ReportReader(Rules.infos()).read(json);
    }

    private static Report merged(ModuleReport... modules) {
        return MergedReport.of(List.of(modules), Rules.infos());
    }

    @Test
    void nothingIsLostOnTheWay() throws Exception {
        for (Report report : List.of(SampleReport.full(), Fixtures.fromSources(), HostileText.report())) {
            ModuleReport read = readBack(report);
            Report withAllRules = new Report(report.findings(), report.coverage(), report.problems(), Rules.infos());
            assertThat(read.module()).isEqualTo("orders");
            assertThat(merged(read).coverage().handlers())
                    .isEqualTo(report.coverage().handlers());
            assertThat(results(merged(read), AFTERWARDS)).isEqualTo(results(withAllRules, SampleReport.CONTEXT));
        }
    }

    private static JsonNode results(Report report, ReportContext context) throws IOException {
        return new ObjectMapper()
                .readTree(written(new SarifWriter(), report, context))
                .at("/runs/0/results");
    }

    @Test
    void theOrderOfModulesDoesNotMatter() throws Exception {
        ModuleReport one = readBack(SampleReport.full());
        ModuleReport other = new ModuleReport("billing", report(finding(Severity.ERROR, 3, "B.handle")));
        String document = written(new SarifWriter(), merged(one, other), AFTERWARDS);
        assertThat(written(new SarifWriter(), merged(other, one), AFTERWARDS)).isEqualTo(document);
    }

    @Test
    void aPlaceThatSeveralModulesReachIsReportedOnce() {
        ModuleReport one = new ModuleReport("a", report(finding(Severity.WARNING, 3, "A.handle")));
        ModuleReport other = new ModuleReport(
                "b", report(finding(Severity.ERROR, 3, "B.handle"), finding(Severity.ERROR, 4, "B.handle")));
        List<Finding> findings = merged(one, other).findings();
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(findings.get(0).path().get(0).label()).isEqualTo("B.handle");
    }

    @Test
    void countsAreSumsAndProblemsAreKept() throws Exception {
        ModuleReport module = readBack(SampleReport.full());
        Report report = merged(module, module);
        assertThat(report.coverage().operations()).isEqualTo(6);
        assertThat(report.coverage().unresolved()).hasSize(1);
        assertThat(report.problems())
                .containsExactly(
                        new Problem("lib/lost.jar", 0, "does not exist", false),
                        new Problem(
                                "orders/src/main/java/shop/B.java",
                                7,
                                "the file cannot be parsed: `}` is missing",
                                true));
        assertWithMessage("incomplete").that(report.incomplete()).isTrue();
    }

    @Test
    void whatIsSuppressedIsCountedUnlessOneModuleIsToActUponIt() throws Exception {
        Finding accepted = finding(Severity.ERROR, 3, "A.handle");
        Finding open = finding(Severity.ERROR, 4, "A.handle");
        List<Suppressed> suppressed = List.of(
                new Suppressed(accepted, Suppressed.How.BASELINE, ""),
                new Suppressed(open, Suppressed.How.CODE, "only printed"));
        Report one =
                new Report(List.of(), SampleReport.clean().coverage(), List.of(), Rules.infos(), List.of(), suppressed);
        Report merged = merged(readBack(one), readBack(one), readBack(report(open)));
        assertThat(merged.suppressed()).containsExactly(suppressed.get(0));
        assertThat(merged.findings()).containsExactly(open);
        assertThat(merged(readBack(one)).suppressed()).containsExactlyElementsIn(suppressed);
    }

    @Test
    void theOperationThatIsReachedIsReadBack() throws Exception {
        Finding plain = finding(Severity.ERROR, 3, "A.handle");
        Finding finding = new Finding(
                plain.rule(),
                plain.severity(),
                plain.location(),
                plain.member(),
                plain.message(),
                plain.path(),
                plain.help(),
                plain.fingerprint(),
                Optional.of(new Location("prices/Quotes.java", 9, 1)),
                Optional.empty());
        assertThat(readBack(report(finding)).report().findings()).containsExactly(finding);
    }

    private static Report report(Finding... findings) {
        return new Report(List.of(findings), SampleReport.clean().coverage(), List.of(), Rules.infos());
    }

    private static Finding finding(Severity severity, int line, String handler) {
        Location at = new Location("prices/Quotes.java", line, 7);
        List<Frame> path = List.of(new Frame(handler, at), new Frame("Quotes.quote", at));
        return new Finding("wall-clock", severity, at, "Quotes.quote", "`now`", path, "help", "wall-clock|Quotes");
    }
}
