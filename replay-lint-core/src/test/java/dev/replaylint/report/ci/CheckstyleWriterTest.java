package dev.replaylint.report.ci;

import static com.google.common.truth.Truth.assertThat;

import dev.replaylint.report.Golden;
import dev.replaylint.report.HostileText;
import dev.replaylint.report.Report;
import dev.replaylint.report.SampleReport;
import dev.replaylint.report.Sanitizer;
import dev.replaylint.report.Schemas;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Checkstyle XML as its readers want it. */
final class CheckstyleWriterTest {

    private static String written(Report report) throws IOException {
        return Written.by(new CheckstyleWriter(), report, SampleReport.CONTEXT);
    }

    @Test
    void filesHaveTheirErrors() throws IOException {
        Golden.check("checkstyle.xml", written(SampleReport.full()));
    }

    @Test
    void everyReportIsValid() throws IOException {
        for (Report report : List.of(SampleReport.clean(), Fixtures.fromSources(), HostileText.report())) {
            assertThat(Schemas.problem(written(report), "checkstyle.xsd")).isEmpty();
        }
    }

    @Test
    void anotherDocumentIsNotValid() throws IOException {
        String broken = written(SampleReport.full()).replace("severity=\"info\"", "severity=\"note\"");
        assertThat(Schemas.problem(broken, "checkstyle.xsd")).isPresent();
    }

    @Test
    void hostileTextStaysInItsAttributes() throws IOException {
        List<Element> errors = Written.elements(written(HostileText.report()), "error");
        assertThat(errors).hasSize(2 * HostileText.ALL.size());
        for (String text : HostileText.ALL) {
            String visible = Sanitizer.visible(text);
            assertThat(errors.stream().map(e -> e.getAttribute("message")).toList())
                    .contains(visible + "; " + visible);
        }
    }
}
