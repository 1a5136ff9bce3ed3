package dev.replaylint.report.ci;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Golden;
import dev.replaylint.report.HostileText;
import dev.replaylint.report.Report;
import dev.replaylint.report.SampleReport;
import dev.replaylint.report.Sanitizer;
import dev.replaylint.report.Schemas;
import dev.replaylint.rule.Severity;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** JUnit XML as its readers want it. */
final class JUnitWriterTest {

    private static String written(Report report, Severity mildest) throws IOException {
        return Written.by(new JUnitWriter(mildest), report, SampleReport.CONTEXT);
    }

    @Test
    void everyRuleIsACase() throws IOException {
        Golden.check("junit.xml", written(SampleReport.full(), Severity.ERROR));
    }

    @Test
    void aCleanModuleIsARowOfGreenCases() throws IOException {
        String document = written(SampleReport.clean(), Severity.INFO);
        assertThat(Written.elements(document, "testcase")).hasSize(5);
        assertThat(Written.elements(document, "failure")).isEmpty();
        assertThat(Written.elements(document, "error")).isEmpty();
    }

    @Test
    void whatFailsTheBuildFails() throws IOException {
        assertThat(failures(Severity.ERROR)).containsExactly("wall-clock");
        assertThat(failures(Severity.WARNING)).containsExactly("polling-loop", "wall-clock");
        assertThat(failures(Severity.INFO)).containsExactly("polling-loop", "replay-logging", "wall-clock");
    }

    private static List<String> failures(Severity mildest) throws IOException {
        String document = written(SampleReport.full(), mildest);
        List<String> failed = Written.elements(document, "failure").stream()
                .map(f -> ((Element) f.getParentNode()).getAttribute("name"))
                .toList();
        Element suite = Written.elements(document, "testsuite").get(0);
        assertThat(suite.getAttribute("failures")).isEqualTo(Integer.toString(failed.size()));
        return failed;
    }

    @Test
    void everyReportIsValid() throws IOException {
        for (Report report : List.of(SampleReport.clean(), Fixtures.fromSources(), HostileText.report())) {
            assertThat(Schemas.problem(written(report, Severity.WARNING), "junit.xsd"))
                    .isEmpty();
        }
    }

    @Test
    void anotherDocumentIsNotValid() throws IOException {
        String broken = written(SampleReport.full(), Severity.ERROR).replace("name=\"any-of\"", "name=\"wall-clock\"");
        assertThat(Schemas.problem(broken, "junit.xsd")).isPresent();
    }

    @Test
    void hostileTextStaysOnItsLine() throws IOException {
        String document = written(HostileText.report(), Severity.ERROR);
        List<String> lines = Written.elements(document, "failure")
                .get(0)
                .getTextContent()
                .lines()
                .toList();
        assertThat(lines).hasSize(3 * HostileText.ALL.size());
        for (String text : HostileText.ALL) {
            assertThat(lines).contains("    help: " + Sanitizer.visible(text));
        }
    }
}
