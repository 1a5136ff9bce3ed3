package dev.replaylint.report.ci;

import static com.google.common.truth.Truth.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.replaylint.report.Golden;
import dev.replaylint.report.HostileText;
import dev.replaylint.report.Report;
import dev.replaylint.report.SampleReport;
import dev.replaylint.report.Schemas;
import dev.replaylint.testing.Fixtures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Code Quality as GitLab wants it. */
final class GitLabWriterTest {

    private static String written(Report report) throws IOException {
        return Written.by(new GitLabWriter(), report, SampleReport.CONTEXT);
    }

    private static List<?> problems(String document) throws IOException {
        return Schemas.problems(document, "gitlab-code-quality.json", SpecificationVersion.DRAFT_2020_12);
    }

    @Test
    void entriesHaveWhatGitLabAsksFor() throws IOException {
        Golden.check("gl-code-quality-report.json", written(SampleReport.full()));
    }

    @Test
    void everyReportIsValid() throws IOException {
        for (Report report : List.of(SampleReport.clean(), Fixtures.fromSources(), HostileText.report())) {
            assertThat(problems(written(report))).isEmpty();
        }
    }

    @Test
    void anotherDocumentIsNotValid() throws IOException {
        assertThat(problems(written(SampleReport.full()).replace("\"critical\"", "\"error\"")))
                .isNotEmpty();
    }

    @Test
    void noTwoEntriesHaveTheSameFingerprint() throws IOException {
        for (Report report : List.of(SampleReport.full(), Fixtures.fromSources(), HostileText.report())) {
            List<String> fingerprints = new ArrayList<>();
            new ObjectMapper()
                    .readTree(written(report))
                    .forEach(e -> fingerprints.add(e.at("/fingerprint").asString()));
            assertThat(fingerprints).containsNoDuplicates();
        }
    }

    @Test
    void hostileTextIsReadBack() throws IOException {
        JsonNode entries = new ObjectMapper().readTree(written(HostileText.report()));
        List<String> descriptions = new ArrayList<>();
        entries.forEach(e -> descriptions.add(e.at("/description").asString()));
        for (String text : HostileText.ALL) {
            assertThat(descriptions).contains(text + "; " + text);
        }
    }
}
